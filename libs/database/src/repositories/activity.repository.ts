import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';

/** A connection whose silence was looked at. */
export interface Silence {
  readonly connectionId: string;
  readonly isQuiet: boolean;
  /** Whether the flag is another than before. */
  readonly changed: boolean;
}

/** Fewer events, or fewer days with events, say nothing about what is usual. */
const LEAST_EVENTS = 50;
const LEAST_DAYS = 7;

/** How busy connections are, in slots of ten minutes; the arrivals are counted where they are stored. */
@Injectable()
export class ActivityRepository {
  constructor(private readonly database: Database) {}

  async countFailure(connectionId: string): Promise<void> {
    await this.database.query(
      `insert into connection_activity as a (connection_id, slot, failures)
       values ($1, date_bin('10 minutes', now(), 'epoch'), 1)
       on conflict (connection_id, slot) do update set failures = a.failures + 1`,
      [connectionId],
    );
  }

  /** Failures of the last hour, by connection. */
  async failuresPerHour(): Promise<Map<string, number>> {
    const rows = await this.database.query<{ id: string; failures: number }>(
      `select connection_id as id, sum(failures)::int as failures from connection_activity
        where slot > now() - interval '1 hour' and failures > 0 group by 1`,
    );
    return new Map(rows.map((row) => [row.id, row.failures]));
  }

  /**
   * Compares each connection's silence with its own past. Usual is what the 28 days before show at the same time of
   * day: how long it took from there to the next event, 95 days of 100. A silence of more than twice that (and over
   * half an hour) is not usual. It is measured from the last event and from one to 24 hours ago, so that a channel
   * that sleeps at night is missed in the morning.
   */
  async flagSilence(tx: Queryable, channels: readonly string[]): Promise<Silence[]> {
    return tx.query<Silence>(SILENCE_SQL, [channels, LEAST_EVENTS, LEAST_DAYS]);
  }

  async trim(): Promise<void> {
    await this.database.query(`delete from connection_activity where slot < now() - interval '35 days'`);
  }
}

const SILENCE_SQL = `
  with past as (
    select connection_id, min(slot) as first_slot from connection_activity where received > 0
     group by 1 having sum(received) >= $2 and count(distinct slot::date) >= $3
  ), subject as (
    select c.id, c.last_event_at, p.first_slot, c.quiet_since
      from connections c left join past p on p.connection_id = c.id
     where c.status = 'active' and c.channel = any($1::text[])
  ), anchor as (
    select s.id, s.first_slot, a.at from subject s cross join lateral (
      select s.last_event_at as at
      union all
      select now() - hours * interval '1 hour' from unnest(array[1, 2, 4, 8, 24]) as hours
       where now() - hours * interval '1 hour' > s.last_event_at) a
     where s.first_slot is not null
  ), measured as (
    select a.id, a.at, percentile_cont(0.95) within group (order by w.wait) as usual
      from anchor a cross join generate_series(1, 28) as day
     cross join lateral (
       select extract(epoch from min(c.slot) - (a.at - day * interval '1 day'))::float8 as wait
         from connection_activity c
        where c.connection_id = a.id and c.received > 0 and c.slot > a.at - day * interval '1 day') w
     where a.at - day * interval '1 day' >= a.first_slot
     group by 1, 2 having count(w.wait) >= $3
  ), judged as (
    select s.id, s.quiet_since, s.last_event_at > s.quiet_since as has_spoken,
           min(m.usual) filter (where extract(epoch from now() - m.at) > greatest(2 * m.usual, 1800)) as usual
      from subject s left join measured m on m.id = s.id group by 1, 2, 3
  )
  update connections c
     set quiet_since = case when j.usual is not null then coalesce(c.quiet_since, now())
                            when not j.has_spoken then c.quiet_since end,
         usual_gap_seconds = coalesce(j.usual, case when not j.has_spoken then c.usual_gap_seconds end)
    from judged j where c.id = j.id and (j.usual is not null or j.has_spoken)
  returning c.id as "connectionId", c.quiet_since is not null as "isQuiet",
            (j.quiet_since is null) <> (c.quiet_since is null) as changed`;
