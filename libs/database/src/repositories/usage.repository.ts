import { Injectable } from '@nestjs/common';
import { Database } from '../database.js';

/** What one connection has consumed of one priced item. */
export interface UsageOfItem {
  readonly item: string;
  readonly quantity: number;
  readonly rupiah: number;
}

export interface ConnectionUsage {
  readonly connectionId: string;
  /** Since the start of the month, dearest first. */
  readonly items: readonly UsageOfItem[];
  /** Spent since `recentSince`. */
  readonly recentRupiah: number;
  /** The first usage since `recentSince`. */
  readonly recentFrom: Date | null;
}

/** What connections consume and what it costs. */
@Injectable()
export class UsageRepository {
  constructor(private readonly database: Database) {}

  async add(connectionId: string, item: string, quantity: number, costRupiah: number): Promise<void> {
    await this.database.query(
      'insert into connection_usage (connection_id, item, quantity, cost_rupiah) values ($1, $2, $3, $4)',
      [connectionId, item, quantity, costRupiah],
    );
  }

  async spentRupiah(connectionId: string, since: Date): Promise<number> {
    const [row] = await this.database.query<{ spent: number }>(
      `select coalesce(sum(cost_rupiah), 0)::float8 as spent from connection_usage
        where connection_id = $1 and used_at >= $2`,
      [connectionId, since],
    );
    return row?.spent ?? 0;
  }

  /** Of every connection that has used anything. */
  async all(monthStart: Date, recentSince: Date): Promise<Map<string, ConnectionUsage>> {
    const rows = await this.database.query<ConnectionUsage>(
      `with used as (
         select connection_id, item,
                coalesce(sum(quantity) filter (where used_at >= $1), 0)::float8 as quantity,
                coalesce(sum(cost_rupiah) filter (where used_at >= $1), 0)::float8 as rupiah,
                coalesce(sum(cost_rupiah) filter (where used_at >= $2), 0)::float8 as recent,
                min(used_at) filter (where used_at >= $2) as recent_from
           from connection_usage where used_at >= least($1, $2)::timestamptz group by 1, 2)
       select connection_id as "connectionId", sum(recent) as "recentRupiah", min(recent_from) as "recentFrom",
              coalesce(jsonb_agg(jsonb_build_object('item', item, 'quantity', quantity, 'rupiah', rupiah)
                                 order by rupiah desc, item) filter (where quantity > 0), '[]') as items
         from used group by 1`,
      [monthStart, recentSince],
    );
    return new Map(rows.map((row) => [row.connectionId, row]));
  }
}
