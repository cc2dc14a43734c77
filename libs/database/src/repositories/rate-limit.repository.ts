import { Injectable } from '@nestjs/common';
import { Database } from '../database.js';

/** Milliseconds between two of a kind, and how far ahead of that pace one may be. */
export interface Pace {
  readonly everyMs: number;
  readonly toleranceMs: number;
}

const LEAST_WAIT_MS = 50;

/** The pace of connections, shared by all workers; each question is one statement. The clock is the server's. */
@Injectable()
export class RateLimitRepository {
  constructor(private readonly database: Database) {}

  /** Takes one from a bucket. @returns null when it was taken, else from when on it makes sense to ask again */
  async take(connectionId: string, bucket: string, pace: Pace): Promise<Date | null> {
    const [row] = await this.database.query<{ taken: boolean; until: Date | null }>(TAKE_SQL, [
      connectionId,
      bucket,
      pace.everyMs,
      pace.toleranceMs,
    ]);
    if (row?.taken) return null;
    // Another worker may have made or moved the bucket in this very moment: its row is not to be seen yet.
    if (!row?.until) return new Date(Date.now() + Math.max(pace.everyMs, LEAST_WAIT_MS));
    return new Date(Math.max(row.until.getTime(), Date.now() + LEAST_WAIT_MS));
  }

  /** What the platform said of a limit. Answers overtake each other: the lower number of one window holds. */
  async observe(connectionId: string, bucket: string, remaining: number, resetsAt: Date): Promise<void> {
    await this.database.query(
      `insert into rate_buckets as b (connection_id, bucket, full_at, remaining, resets_at)
       values ($1, $2, clock_timestamp(), $3, $4)
       on conflict (connection_id, bucket) do update
          set remaining = case when b.resets_at = excluded.resets_at then least(b.remaining, excluded.remaining)
                               else excluded.remaining end,
              resets_at = excluded.resets_at
        where b.resets_at is null or b.resets_at <= excluded.resets_at`,
      [connectionId, bucket, remaining, resetsAt],
    );
  }

  /** Forgets buckets that have been full for a day. */
  async trim(): Promise<void> {
    await this.database.query(
      `delete from rate_buckets where full_at < now() - interval '1 day'
          and (resets_at is null or resets_at < now() - interval '1 day')`,
    );
  }
}

/** GCRA: one column says when the bucket would be full again; a taker moves it one step on. */
const TAKE_SQL = `
  with taken as (
    insert into rate_buckets as b (connection_id, bucket, full_at)
    values ($1, $2, clock_timestamp() + $3::float8 * interval '1 millisecond')
    on conflict (connection_id, bucket) do update
       set full_at = greatest(b.full_at, clock_timestamp()) + $3::float8 * interval '1 millisecond',
           remaining = case when b.resets_at > clock_timestamp() then b.remaining - 1 end,
           resets_at = case when b.resets_at > clock_timestamp() then b.resets_at end
     where b.full_at <= clock_timestamp() + $4::float8 * interval '1 millisecond'
       and (b.resets_at is null or b.resets_at <= clock_timestamp() or b.remaining > 0)
    returning true
  )
  select exists (select from taken) as taken,
         (select greatest(b.full_at - $4::float8 * interval '1 millisecond',
                          case when b.remaining <= 0 then b.resets_at end)
            from rate_buckets b where b.connection_id = $1 and b.bucket = $2) as until`;
