import type { ClockRules, StoredClockRules } from '@app/api-contract';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { clockRulesKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { ConfirmedButton } from '../layout/confirmed-button.js';
import { DraftNotice } from '../layout/draft-notice.js';
import styles from '../layout/panels.module.css';
import { useDraft } from '../layout/use-draft.js';
import { CalendarPanel } from './calendar-panel.js';
import { ExamplePanel } from './example-panel.js';
import { LevelsPanel } from './levels-panel.js';
import { WeekdaysPanel } from './weekdays-panel.js';

/** Changes wait here until they are saved; the example shows what they would do. */
export function RulesForm({ stored }: { stored: StoredClockRules }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { version: storedVersion, ...rules } = stored;
  const kept = useDraft<ClockRules>(rules, storedVersion);
  const { value: draft, isChanged, version } = kept;
  const save = useMutation({
    mutationFn: () => callApi('replaceClockRules', { body: { ...draft, version } }),
    onSuccess: (saved) => {
      notifications.show({ message: t('clockRules.saved') });
      queryClient.setQueryData(clockRulesKey, saved);
      void queryClient.invalidateQueries({ queryKey: [...clockRulesKey, 'example'] });
    },
    onError: () => queryClient.invalidateQueries({ queryKey: clockRulesKey, exact: true }),
  });
  const change = (part: Partial<ClockRules>) => kept.set({ ...draft, ...part });
  return (
    <div className={styles.page}>
      <WeekdaysPanel weekdays={draft.weekdays} onChange={(weekdays) => change({ weekdays })} />
      <CalendarPanel years={draft.years} onChange={(years) => change({ years })} />
      <LevelsPanel levels={draft.levels} onChange={(levels) => change({ levels })} />
      <ExamplePanel draft={draft} isChanged={isChanged} />
      <DraftNotice draft={kept} error={save.error} />
      <div className={styles.buttons}>
        <ConfirmedButton
          name={t('app.save')}
          question={t('clockRules.saveQuestion')}
          disabled={!isChanged || kept.isStale || draft.weekdays.length === 0}
          loading={save.isPending}
          onConfirm={() => save.mutate()}
        />
        <Button variant="default" disabled={!isChanged} onClick={kept.discard}>
          {t('clockRules.discard')}
        </Button>
      </div>
    </div>
  );
}
