import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/use-problem-text.js';
import { hasCode } from '../api/api-problem.js';
import { LeaveQuestion } from './leave-question.js';
import type { Draft } from './use-draft.js';

/** Below a form: why it was not saved, what a colleague saved meanwhile, and the question before leaving it. */
export function DraftNotice({ draft, error }: { draft: Draft<unknown>; error: Error | null }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const isConflict = draft.isStale || hasCode(error, 'changed-meanwhile');
  return (
    <>
      <LeaveQuestion isChanged={draft.isChanged} />
      {draft.isStale && (
        <Alert color="red" role="alert" title={t('unsaved.staleTitle')}>
          {t('unsaved.stale')}
          <Group mt="xs">
            <Button size="compact-sm" variant="default" onClick={draft.discard}>
              {t('unsaved.takeNew')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={draft.keep}>
              {t('unsaved.keepMine')}
            </Button>
          </Group>
        </Alert>
      )}
      {error && !isConflict && (
        <Alert color="red" role="alert">
          {problemText(error)}
        </Alert>
      )}
    </>
  );
}
