import { Inject, Injectable } from '@nestjs/common';
import { ReportFactsRepository } from '@app/database';
import type { Actor } from '@app/accounts';
import { ReadTaxonomyService } from '@app/taxonomy';
import { isOurAgency } from '@app/triage';
import { SHIPPED_GAZETTEER, type ShippedGazetteer } from '@app/vocabulary';
import { CaseworkError } from './casework-error.js';
import { ChangeReportService } from './change-report.service.js';

/** A person puts the topic or the place of a report right; later messages no longer change it. */
@Injectable()
export class CorrectFactsService {
  constructor(
    private readonly changes: ChangeReportService,
    private readonly facts: ReportFactsRepository,
    private readonly taxonomies: ReadTaxonomyService,
    @Inject(SHIPPED_GAZETTEER) private readonly gazetteer: ShippedGazetteer,
  ) {}

  /** @throws CaseworkError `not-found` (report or topic), `report-changed` */
  async setTopic(
    actor: Actor,
    reportId: string,
    decision: { readonly topicCode: string; readonly version: number },
  ): Promise<void> {
    const taxonomy = await this.taxonomies.taxonomy();
    const group = taxonomy.groups.find(({ topics }) =>
      topics.some(({ code }) => code === decision.topicCode),
    );
    const topic = group?.topics.find(({ code }) => code === decision.topicCode);
    if (!group || !topic) throw new CaseworkError('not-found', 'No such topic');
    const before = await this.facts.ofReport(reportId);
    await this.changes.change(actor, reportId, decision.version, async (tx) => {
      const isOurs = isOurAgency(taxonomy, topic.agency);
      await this.facts.setTopic(tx, reportId, {
        code: topic.code,
        group: group.code,
        agency: topic.agency,
        isOurs,
      });
      return { kind: 'topic-corrected', data: { from: before?.topicCode ?? null, to: topic.code } };
    });
  }

  /** @throws CaseworkError `not-found` (report or area), `report-changed` */
  async setArea(
    actor: Actor,
    reportId: string,
    decision: { readonly areaCode: string | null; readonly version: number },
  ): Promise<void> {
    if (decision.areaCode !== null && !this.gazetteer().area(decision.areaCode)) {
      throw new CaseworkError('not-found', 'No such area');
    }
    const before = await this.facts.ofReport(reportId);
    await this.changes.change(actor, reportId, decision.version, async (tx) => {
      await this.facts.setArea(tx, reportId, decision.areaCode);
      return { kind: 'area-corrected', data: { from: before?.areaCode ?? null, to: decision.areaCode } };
    });
  }
}
