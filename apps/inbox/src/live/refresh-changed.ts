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
  const refresh = (queryKey: readonly unknown[]) => refreshAll(queryClient, queryKey);
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

/**
 * What is on its way for the first time may have been read before the change, and TanStack Query does not ask again while
 * it is: so it is asked for again once it is there.
 */
function refreshAll(queryClient: QueryClient, queryKey: readonly unknown[]): void {
  const underWay = queryClient
    .getQueryCache()
    .findAll({ queryKey, fetchStatus: 'fetching', predicate: ({ state }) => state.data === undefined });
  void queryClient.invalidateQueries({ queryKey });
  for (const query of underWay) {
    const askAgain = () => queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true });
    void query.promise?.then(askAgain, askAgain);
  }
}
