import type { QueryClient } from '@tanstack/react-query';
import {
  bulkJobsKey,
  clockRulesKey,
  connectionsKey,
  firstStepsKey,
  modelKey,
  modelQualityKey,
  noticesKey,
  outagesKey,
  quarantinesKey,
  reconciliationKey,
  reportCountsKey,
  reportKey,
  reportListsKey,
  reportsKey,
  sessionKey,
  settingsKey,
  urgentReportsKey,
  userNoticesKey,
} from '../api/query-keys.js';
import type { ChangeBatch } from './change-batches.js';

/** Loads again what a batch of changes made old. Lists of reports take the changes in themselves, row by row. */
export function refreshChanged(queryClient: QueryClient, { reportIds, topics, isReset }: ChangeBatch): void {
  const refresh = (queryKey: readonly unknown[]) => void queryClient.invalidateQueries({ queryKey });
  if (isReset) refresh(reportsKey);
  if (isReset || topics.has('report')) {
    // A list that was asked for before anybody shows it follows no changes: it is asked for again when it is shown.
    const unseen = { queryKey: reportListsKey, type: 'inactive' } as const;
    void queryClient.cancelQueries(unseen);
    void queryClient.invalidateQueries({ ...unseen, refetchType: 'none' });
    refresh(reportCountsKey);
    refresh(reconciliationKey);
    refresh(urgentReportsKey);
    refresh(firstStepsKey);
  }
  for (const id of reportIds) refresh(reportKey(id));
  if (isReset || topics.has('connection'))
    [connectionsKey, firstStepsKey, quarantinesKey, outagesKey, noticesKey].forEach(refresh);
  if (isReset || topics.has('model')) [modelKey, modelQualityKey].forEach(refresh);
  if (isReset || topics.has('user')) [userNoticesKey, bulkJobsKey].forEach(refresh);
  if (isReset || topics.has('settings')) [settingsKey, sessionKey, clockRulesKey].forEach(refresh);
}
