import { Injectable } from '@nestjs/common';
import type { DeletionRule, ReplyApproval } from '@app/report-model';
import { Database, type Queryable } from '../database.js';

export const DEFAULT_MAX_MEDIA_MEGABYTES = 25;
export const DEFAULT_DELETION_RULE: DeletionRule = 'hide';
export const DEFAULT_REPLY_APPROVAL: ReplyApproval = 'none';
export const DEFAULT_JOIN_WINDOW_MINUTES = 120;

const CHANGE_LOCK = 860_032;

/** Settings that an admin changes while the system runs. */
@Injectable()
export class SettingRepository {
  constructor(private readonly database: Database) {}

  /** Every stored setting by its key; what was never changed is absent. */
  async all(on: Queryable = this.database): Promise<Record<string, unknown>> {
    const rows = await on.query<{ key: string; value: unknown }>('select key, value from settings');
    return Object.fromEntries(rows.map((row) => [row.key, row.value]));
  }

  /** Stored settings among `keys`; what was never changed is absent. */
  async some(keys: readonly string[], on: Queryable = this.database): Promise<Record<string, unknown>> {
    const rows = await on.query<{ key: string; value: unknown }>(
      'select key, value from settings where key = any($1::text[])',
      [keys],
    );
    return Object.fromEntries(rows.map((row) => [row.key, row.value]));
  }

  /** A further message within this time joins the open report. Minutes. */
  async joinWindowMinutes(on: Queryable = this.database): Promise<number> {
    const [row] = await on.query<{ value: number }>(
      `select value from settings where key = 'joinWindowMinutes'`,
    );
    return row?.value ?? DEFAULT_JOIN_WINDOW_MINUTES;
  }

  /** Largest file that is fetched or sent. Bytes. */
  async maxMediaBytes(on: Queryable = this.database): Promise<number> {
    const [row] = await on.query<{ value: number }>(
      `select value from settings where key = 'maxMediaMegabytes'`,
    );
    return (row?.value ?? DEFAULT_MAX_MEDIA_MEGABYTES) * 1_000_000;
  }

  /** What happens with messages of these connections that their authors delete on the platform. */
  async deletionRules(on: Queryable, connectionIds: readonly string[]): Promise<Map<string, DeletionRule>> {
    if (connectionIds.length === 0) return new Map();
    const rows = await on.query<{ id: string; rule: DeletionRule }>(
      `select c.id, coalesce(c.deletion_rule, s.value #>> '{}', $2) as rule
         from connections c left join settings s on s.key = 'deletionRule' where c.id = any($1::uuid[])`,
      [connectionIds, DEFAULT_DELETION_RULE],
    );
    return new Map(rows.map(({ id, rule }) => [id, rule]));
  }

  /** Whose answers a colleague looks over before they are sent. */
  async replyApproval(on: Queryable = this.database): Promise<ReplyApproval> {
    const { replyApproval } = await this.some(['replyApproval'], on);
    return (replyApproval as ReplyApproval | undefined) ?? DEFAULT_REPLY_APPROVAL;
  }

  /** One setting, which nobody else changes until the transaction ends; undefined where it was never set. */
  async lock(tx: Queryable, key: string): Promise<unknown> {
    const [row] = await tx.query<{ value: unknown }>('select value from settings where key = $1 for update', [
      key,
    ]);
    return row?.value;
  }

  /** Nobody else changes this until the transaction ends, whether it was ever set or not. */
  async lockFor(tx: Queryable, key: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock($1, hashtext($2))', [CHANGE_LOCK, key]);
  }

  async remove(tx: Queryable, key: string): Promise<void> {
    await tx.query('delete from settings where key = $1', [key]);
  }

  async set(tx: Queryable, key: string, value: unknown): Promise<void> {
    await tx.query(
      `insert into settings (key, value) values ($1, $2::jsonb)
       on conflict (key) do update set value = excluded.value, updated_at = now()`,
      [key, JSON.stringify(value)],
    );
  }
}
