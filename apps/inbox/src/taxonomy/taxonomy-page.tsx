import type { Taxonomy } from '@app/api-contract';
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { agenciesKey, firstStepsKey, taxonomyKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { DraftNotice } from '../layout/draft-notice.js';
import { LoadFailure } from '../layout/load-failure.js';
import { PageFrame } from '../layout/page-frame.js';
import { useDraft } from '../layout/use-draft.js';
import { Waiting } from '../layout/waiting.js';
import { useLanguage } from '../locales/use-language.js';
import { GroupTable } from './group-table.js';
import { SetChoice } from './set-choice.js';
import { useBodies } from './use-bodies.js';
import { useTaxonomy } from './use-taxonomy.js';

/** What reports can be about, the words that tell it, and who handles it. */
export default function TaxonomyPage() {
  const { t } = useTranslation();
  const taxonomy = useTaxonomy();
  const [saves, setSaves] = useState(0);
  return (
    <PageFrame title={t('taxonomy.title')} lead={t('taxonomy.lead')}>
      {taxonomy.isError && <LoadFailure error={taxonomy.error} onRetry={taxonomy.refetch} />}
      {taxonomy.isPending && <Waiting />}
      {taxonomy.data && <Editor key={saves} stored={taxonomy.data} onSaved={() => setSaves(saves + 1)} />}
    </PageFrame>
  );
}

function Editor({ stored, onSaved }: { stored: Taxonomy; onSaved: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [language] = useLanguage();
  const kept = useDraft(stored, stored.version);
  const { value: draft, set: setDraft, version, isChanged } = kept;
  const bodies = useBodies(draft);
  const save = useMutation({
    mutationFn: () => callApi('replaceTaxonomy', { body: { ...bodies.complete(draft), version } }),
    onSuccess: (saved) => {
      queryClient.setQueryData(taxonomyKey, saved);
      void queryClient.invalidateQueries({ queryKey: agenciesKey });
      void queryClient.invalidateQueries({ queryKey: firstStepsKey });
      notifications.show({ message: t('taxonomy.saved') });
      onSaved();
    },
    onError: () => queryClient.invalidateQueries({ queryKey: taxonomyKey, exact: true }),
  });
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('taxonomy.version', { name: draft.name[language], version: stored.version })}
      </Text>
      <SetChoice onChoose={setDraft} />
      <Group py="xs" style={{ position: 'sticky', top: 0, zIndex: 2, background: 'var(--surface-page)' }}>
        <Button disabled={!isChanged || kept.isStale} loading={save.isPending} onClick={() => save.mutate()}>
          {t('taxonomy.save')}
        </Button>
        {isChanged && <Text size="sm">{t('taxonomy.unsaved')}</Text>}
      </Group>
      <DraftNotice draft={kept} error={save.error} />
      {draft.groups.map((group) => (
        <GroupTable
          key={group.code}
          group={group}
          bodies={bodies.choices}
          isTaken={(code) => draft.groups.some(({ topics }) => topics.some((topic) => topic.code === code))}
          onChange={(changed) =>
            setDraft({
              ...draft,
              groups: draft.groups.map((one) => (one.code === changed.code ? changed : one)),
            })
          }
        />
      ))}
      <Text size="xs" c="dimmed">
        {t('taxonomy.areaData')}
      </Text>
    </>
  );
}
