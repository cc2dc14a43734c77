import { Injectable } from '@nestjs/common';
import type { RoutingRule } from '@app/report-model';
import { Database, type Queryable } from '../database.js';

const COLUMNS = `id, name, is_enabled as "isEnabled", conditions, actions`;

/** Rules by which new reports are sent on. */
@Injectable()
export class RoutingRuleRepository {
  constructor(private readonly database: Database) {}

  /** In the order in which they are tried. */
  async all(on: Queryable = this.database): Promise<RoutingRule[]> {
    return on.query<RoutingRule>(`select ${COLUMNS} from routing_rules order by position, id`);
  }

  async enabled(on: Queryable): Promise<RoutingRule[]> {
    return on.query<RoutingRule>(
      `select ${COLUMNS} from routing_rules where is_enabled order by position, id`,
    );
  }

  /** Nobody else changes it until the transaction ends. */
  async lock(tx: Queryable, id: string): Promise<void> {
    await tx.query('select from routing_rules where id = $1 for update', [id]);
  }

  /** Behind the others. */
  async insert(tx: Queryable, rule: RoutingRule): Promise<void> {
    await tx.query(
      `insert into routing_rules (id, position, name, is_enabled, conditions, actions)
       select $1, coalesce(max(position), 0) + 1, $2, $3, $4::jsonb, $5::jsonb from routing_rules`,
      [rule.id, rule.name, rule.isEnabled, JSON.stringify(rule.conditions), JSON.stringify(rule.actions)],
    );
  }

  async update(tx: Queryable, rule: RoutingRule): Promise<void> {
    await tx.query(
      `update routing_rules set name = $2, is_enabled = $3, conditions = $4::jsonb, actions = $5::jsonb,
              updated_at = now() where id = $1`,
      [rule.id, rule.name, rule.isEnabled, JSON.stringify(rule.conditions), JSON.stringify(rule.actions)],
    );
  }

  async remove(tx: Queryable, id: string): Promise<void> {
    await tx.query('delete from routing_rules where id = $1', [id]);
  }

  async order(tx: Queryable, ids: readonly string[]): Promise<void> {
    await tx.query(
      `update routing_rules r set position = o.position, updated_at = now()
         from unnest($1::uuid[]) with ordinality as o(id, position) where r.id = o.id`,
      [ids],
    );
  }
}
