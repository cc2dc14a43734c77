import type { ClockRules } from '@app/api-contract';
import { Alert, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { clockRulesKey } from '../api/query-keys.js';
import { useProblemText } from '../api/use-problem-text.js';
import { ConfirmedButton } from '../layout/confirmed-button.js';
import styles from '../layout/panels.module.css';
import { CalendarPanel } from './calendar-panel.js';
import { ExamplePanel } from './example-panel.js';
import { LevelsPanel } from './levels-panel.js';
import { WeekdaysPanel } from './weekdays-panel.js';

/** Changes wait here until they are saved; the example shows what they would do. */
export function RulesForm({ rules }: { rules: ClockRules }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(rules);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(rules);
  const save = useMutation({
    mutationFn: () => callApi('replaceClockRules', { body: draft }),
    onSuccess: (saved) => {
      notifications.show({ message: t('clockRules.saved') });
      queryClient.setQueryData(clockRulesKey, saved);
      void queryClient.invalidateQueries({ queryKey: [...clockRulesKey, 'example'] });
    },
  });
  const change = (part: Partial<ClockRules>) => setDraft({ ...draft, ...part });
  return (
    <div className={styles.page}>
      <WeekdaysPanel weekdays={draft.weekdays} onChange={(weekdays) => change({ weekdays })} />
      <CalendarPanel years={draft.years} onChange={(years) => change({ years })} />
      <LevelsPanel levels={draft.levels} onChange={(levels) => change({ levels })} />
      <ExamplePanel draft={draft} isChanged={isChanged} />
      {save.isError && (
        <Alert color="red" role="alert">
          {problemText(save.error)}
        </Alert>
      )}
      <div className={styles.buttons}>
        <ConfirmedButton
          name={t('app.save')}
          question={t('clockRules.saveQuestion')}
          disabled={!isChanged || draft.weekdays.length === 0}
          loading={save.isPending}
          onConfirm={() => save.mutate()}
        />
        <Button variant="default" disabled={!isChanged} onClick={() => setDraft(rules)}>
          {t('clockRules.discard')}
        </Button>
      </div>
    </div>
  );
}
