import { Injectable } from '@nestjs/common';
import { RoutableReportRepository, type RoutableRow } from '@app/database';
import { firstFitting, type RoutingConditions } from '@app/report-model';

const DAYS = 30;
const BATCH = 1_000;
/** Enough to judge rules by, and read within seconds. */
const MOST = 20_000;
const EXAMPLES = 10;

export interface RoutingTrial {
  readonly since: Date;
  /** Reports that were looked at. */
  readonly reports: number;
  /** Among them waiting for a person's look: rules never touch these. */
  readonly unsure: number;
  /** There were more in this time; only the newest were looked at. */
  readonly isCut: boolean;
  /** In the order of the rules. */
  readonly rules: readonly { readonly count: number; readonly examples: readonly RoutableRow[] }[];
}

/** What rules would have done with the reports of the last {@link DAYS} days. Changes nothing. */
@Injectable()
export class TryRoutingRulesService {
  constructor(private readonly reports: RoutableReportRepository) {}

  async try(rules: readonly { readonly conditions: RoutingConditions }[], now: Date): Promise<RoutingTrial> {
    const since = new Date(now.getTime() - DAYS * 86_400_000);
    const found = rules.map(({ conditions }) => ({ conditions, count: 0, examples: [] as RoutableRow[] }));
    let [reports, unsure, after] = [0, 0, null as RoutableRow | null];
    let page: RoutableRow[];
    do {
      page = await this.reports.received(since, after, BATCH);
      for (const report of page) {
        reports += 1;
        unsure += report.isUnsure ? 1 : 0;
        const rule = report.isUnsure ? undefined : firstFitting(found, report);
        if (!rule) continue;
        rule.count += 1;
        if (rule.examples.length < EXAMPLES) rule.examples.push(report);
      }
      after = page.at(-1) ?? null;
    } while (page.length === BATCH && reports < MOST);
    return { since, reports, unsure, isCut: page.length === BATCH, rules: found };
  }
}
