import { Injectable } from '@nestjs/common';
import { Database } from '../database.js';

/** Counts of reports by day, which triggers keep: see the migration `report-tallies`. */
@Injectable()
export class ReportTallyRepository {
  constructor(private readonly database: Database) {}

  /**
   * Adds to the counts what has changed since. Days of another time zone are counted anew, which takes a minute or more for
   * a million reports, during which reports are read but not changed. Safe at any time, also twice at once.
   * @param timeZone IANA name
   */
  async keep(timeZone: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [state] = await tx.query<{ timeZone: string | null }>(
        'select time_zone as "timeZone" from report_tally_state for update',
      );
      if (state?.timeZone === timeZone) {
        await tx.query(FOLD);
        return;
      }
      await tx.query('lock table reports in share mode');
      await tx.query('update report_tally_state set time_zone = $1', [timeZone]);
      await tx.query('delete from report_tallies');
      await tx.query('delete from report_tally_changes');
      await tx.query(`set local work_mem = '256MB'`);
      // In the order in which they are read.
      await tx.query(
        'insert into report_tallies select * from count_reports($1) order by scope, kind, day, key',
        [timeZone],
      );
    });
  }
}

const FOLD = `
  with taken as (delete from report_tally_changes returning *)
  merge into report_tallies t
  using (select scope, day, kind, key, sum(count)::int as count from taken group by 1, 2, 3, 4 having sum(count) <> 0) c
     on (t.scope, t.kind, t.day, t.key) = (c.scope, c.kind, c.day, c.key)
   when matched and t.count + c.count = 0 then delete
   when matched then update set count = t.count + c.count
   when not matched then insert values (c.scope, c.day, c.kind, c.key, c.count)`;
