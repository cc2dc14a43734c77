import type { Taxonomy } from '@app/api-contract';
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { agenciesKey, firstStepsKey, taxonomyKey } from '../api/query-keys.js';
import { useProblemText } from '../api/use-problem-text.js';
import { LoadFailure } from '../layout/load-failure.js';
import { PageFrame } from '../layout/page-frame.js';
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
  return (
    <PageFrame title={t('taxonomy.title')} lead={t('taxonomy.lead')}>
      {taxonomy.isError && <LoadFailure error={taxonomy.error} onRetry={taxonomy.refetch} />}
      {taxonomy.isPending && <Waiting />}
      {taxonomy.data && <Editor key={taxonomy.data.version} stored={taxonomy.data} />}
    </PageFrame>
  );
}

function Editor({ stored }: { stored: Taxonomy }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const [language] = useLanguage();
  const [draft, setDraft] = useState(stored);
  const bodies = useBodies(draft);
  const save = useMutation({
    mutationFn: () => callApi('replaceTaxonomy', { body: bodies.complete(draft) }),
    onSuccess: (saved) => {
      queryClient.setQueryData(taxonomyKey, saved);
      void queryClient.invalidateQueries({ queryKey: agenciesKey });
      void queryClient.invalidateQueries({ queryKey: firstStepsKey });
      notifications.show({ message: t('taxonomy.saved') });
    },
    onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
  });
  const isChanged = draft !== stored;
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('taxonomy.version', { name: draft.name[language], version: stored.version })}
      </Text>
      <SetChoice onChoose={setDraft} />
      <Group py="xs" style={{ position: 'sticky', top: 0, zIndex: 2, background: 'var(--surface-page)' }}>
        <Button disabled={!isChanged} loading={save.isPending} onClick={() => save.mutate()}>
          {t('taxonomy.save')}
        </Button>
        {isChanged && <Text size="sm">{t('taxonomy.unsaved')}</Text>}
      </Group>
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
