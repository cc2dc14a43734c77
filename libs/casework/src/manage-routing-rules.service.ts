import { Injectable } from '@nestjs/common';
import { refuseStale, versionOf, type Actor } from '@app/accounts';
import { AuditRepository, Database, newId, RoutingRuleRepository } from '@app/database';
import type { RoutingRule } from '@app/report-model';
import { CaseworkError } from './casework-error.js';

/** What an admin may say of a rule. */
export type RoutingRuleChange = Partial<Omit<RoutingRule, 'id'>>;

/** Rules by which new reports are sent on. They act on reports that come from then on. */
@Injectable()
export class ManageRoutingRulesService {
  constructor(
    private readonly database: Database,
    private readonly rules: RoutingRuleRepository,
    private readonly audit: AuditRepository,
  ) {}

  async list(): Promise<RoutingRule[]> {
    return this.rules.all();
  }

  /** Off until it is switched on. */
  async add(actor: Actor, given: Omit<RoutingRule, 'id' | 'isEnabled'>): Promise<void> {
    const rule = { ...given, id: newId(), isEnabled: false };
    await this.database.transaction(async (tx) => {
      await this.rules.insert(tx, rule);
      await this.note(tx, actor, 'routing-rule-added', rule);
    });
  }

  /**
   * With other conditions or actions a rule is off: nobody has seen yet what it would do now.
   * @param version of the rule that the admin changed
   * @throws CaseworkError `not-found`
   * @throws EditConflictError when the rule is another by now
   */
  async change(actor: Actor, id: string, change: RoutingRuleChange, version: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.rules.lock(tx, id);
      const known = (await this.rules.all(tx)).find((one) => one.id === id);
      if (!known) throw new CaseworkError('not-found', 'No such rule');
      refuseStale(version, versionOf(known));
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const changed = { ...known, ...given };
      const rule = saysTheSame(changed, known) ? changed : { ...changed, isEnabled: false };
      await this.rules.update(tx, rule);
      await this.note(tx, actor, 'routing-rule-changed', rule);
    });
  }

  /** @throws CaseworkError `not-found` */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const known = (await this.rules.all(tx)).find((one) => one.id === id);
      if (!known) throw new CaseworkError('not-found', 'No such rule');
      await this.rules.remove(tx, id);
      await this.note(tx, actor, 'routing-rule-removed', known);
    });
  }

  /** Those that are not named keep their place. */
  async order(actor: Actor, ids: readonly string[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.rules.order(tx, ids);
      const entry = { actor, action: 'routing-rules-ordered', subject: 'routing_rule:all', data: { ids } };
      await this.audit.append(tx, entry);
    });
  }

  private async note(
    tx: Parameters<AuditRepository['append']>[0],
    actor: Actor,
    action: string,
    { id, ...data }: RoutingRule,
  ): Promise<void> {
    await this.audit.append(tx, { actor, action, subject: `routing_rule:${id}`, data });
  }
}

/** Of when it fits and what it does. */
function saysTheSame(one: RoutingRule, other: RoutingRule): boolean {
  const said = ({ conditions, actions }: RoutingRule) =>
    JSON.stringify([ordered(conditions), ordered(actions)]);
  return said(one) === said(other);
}

const ordered = (part: object) => Object.entries(part).sort(([one], [other]) => one.localeCompare(other));
