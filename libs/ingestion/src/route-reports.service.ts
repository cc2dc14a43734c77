import { Injectable } from '@nestjs/common';
import {
  MessageChangeRepository,
  RoutableReportRepository,
  RoutingRuleRepository,
  UserNoticeRepository,
  type NewChange,
  type Queryable,
  type RoutedReport,
} from '@app/database';
import { firstFitting, type RoutingRule } from '@app/report-model';

/** Sends new reports on as the admin's rules say: the first rule that fits decides, once for a report. */
@Injectable()
export class RouteReportsService {
  constructor(
    private readonly rules: RoutingRuleRepository,
    private readonly reports: RoutableReportRepository,
    private readonly timeline: MessageChangeRepository,
    private readonly notices: UserNoticeRepository,
  ) {}

  /**
   * What a person must look at first, or has acted on, is left alone; so is an agency or person that is not active.
   * @param ids reports that have just been classified
   * @returns what screens are to be told
   */
  async route(tx: Queryable, ids: readonly string[]): Promise<NewChange[]> {
    const rules = ids.length > 0 ? await this.rules.enabled(tx) : [];
    if (rules.length === 0) return [];
    const names = await this.reports.names(tx, targetsOf(rules));
    const routed = (await this.reports.untouched(tx, ids)).flatMap((report): RoutedReport[] => {
      const rule = firstFitting(rules, report);
      return rule ? [routedBy(rule, report.id, names)] : [];
    });
    if (routed.length === 0) return [];
    await this.reports.route(tx, routed);
    await this.timeline.appendTimeline(
      tx,
      routed.map(({ id, agencyId, assigneeId, ...what }) => ({
        reportId: id,
        kind: 'routed',
        actorKind: 'system',
        data: {
          ...what,
          agencyId,
          agencyName: agencyId && names.get(agencyId),
          assigneeId,
          assigneeName: assigneeId && names.get(assigneeId),
        },
      })),
    );
    const told = routed.flatMap(({ id, assigneeId, ruleName }) =>
      assigneeId
        ? [{ userId: assigneeId, reportId: id, actorId: null, kind: 'assigned', detail: ruleName } as const]
        : [],
    );
    await this.notices.raise(tx, told);
    return [
      ...routed.map(({ id, agencyId }) => ({
        topic: 'report' as const,
        entityId: id,
        kind: 'routed',
        agencyId,
      })),
      ...told.map(({ userId }) => ({ topic: 'user' as const, entityId: userId, kind: 'notice' })),
    ];
  }
}

function targetsOf(rules: readonly RoutingRule[]): string[] {
  return rules.flatMap(({ actions }) => [actions.agencyId, actions.assigneeId].filter((id) => id !== null));
}

function routedBy({ id, name, actions }: RoutingRule, reportId: string, names: ReadonlyMap<string, string>) {
  const active = (target: string | null) => (target !== null && names.has(target) ? target : null);
  return {
    id: reportId,
    ruleId: id,
    ruleName: name,
    agencyId: active(actions.agencyId),
    assigneeId: active(actions.assigneeId),
    tags: actions.tags,
    setsUrgent: actions.setsUrgent,
  };
}
