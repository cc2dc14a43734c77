import { Database } from '@app/database';
import type { TestSystem } from './test-system.js';

/** Where the counts that the overview reads differ from a count of the reports: nowhere, at any moment. */
export async function tallyDifferences({ api }: TestSystem): Promise<object[]> {
  const database = api.app.get(Database, { strict: false });
  const [state] = await database.query<{ zone: string | null; count: number }>(
    `select time_zone as zone, (select count(*)::int from report_tallies) + (select count(*)::int from report_tally_changes) as count
       from report_tally_state`,
  );
  if (!state?.zone || state.count === 0) throw new Error('Nothing has been counted');
  return database.query(
    `with kept as (
       select scope, day, kind, key, sum(count)::int as count
         from (select * from report_tallies union all select * from report_tally_changes) t
        group by 1, 2, 3, 4 having sum(count) <> 0),
     counted as (select * from count_reports($1))
     (select 'kept' as by, * from (select * from kept except select * from counted) k)
     union all (select 'counted', * from (select * from counted except select * from kept) c)`,
    [state.zone],
  );
}
