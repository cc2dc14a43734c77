import { Inject, Injectable } from '@nestjs/common';
import { dueDates, ReadClocksService, type ClockRules } from '@app/clocks';
import {
  ChangeFeedRepository,
  IntakeRepository,
  LedgerRepository,
  MessageChangeRepository,
  ReportFactsRepository,
  SimilarityRepository,
  ThreadRepository,
  type Queryable,
  type ReportRefresh,
} from '@app/database';
import type { Classification } from '@app/report-model';
import { FindDistrictService } from '@app/region-map';
import { ReadTaxonomyService } from '@app/taxonomy';
import { maskPersonalData, textBands } from '@app/triage';
import type { BatchPlan, TouchedReport } from './batch-plan.js';
import { judgeText } from './judge-text.js';
import { RouteReportsService } from './route-reports.service.js';
import { reportFacts, wholeOf, wordsOf, type FactFinder, type SharedPoint } from './report-facts.js';

/** What the drain needs of a classifier. */
export interface ReportClassifier {
  readonly modelVersion: string;
  classify(text: string): Classification;
  /** Hears what was said of which report, in the transaction that writes it. */
  told(tx: Queryable, reports: readonly Pick<ReportRefresh, 'id' | 'classification'>[]): Promise<void>;
}

/** Gives the classifier that is in force, which may change while the system runs. */
export interface ReportClassifiers {
  current(tx: Queryable): Promise<ReportClassifier>;
}
export const REPORT_CLASSIFIERS = Symbol('ReportClassifiers');

/** PostgreSQL refuses a tsvector over 1 MiB; words of a text this long stay far below. */
const MAX_SEARCHED_TEXT = 200_000;
const EXCERPT_LENGTH = 280;
const NO_POINTS: ReadonlyMap<string, SharedPoint> = new Map();

/** Writes a planned batch in the caller's transaction. */
@Injectable()
export class WriteBatchService {
  constructor(
    private readonly intake: IntakeRepository,
    private readonly threads: ThreadRepository,
    private readonly messageChanges: MessageChangeRepository,
    private readonly similarity: SimilarityRepository,
    private readonly ledger: LedgerRepository,
    private readonly changeFeed: ChangeFeedRepository,
    private readonly clocks: ReadClocksService,
    private readonly taxonomy: ReadTaxonomyService,
    private readonly districts: FindDistrictService,
    private readonly facts: ReportFactsRepository,
    private readonly routing: RouteReportsService,
    @Inject(REPORT_CLASSIFIERS) private readonly classifiers: ReportClassifiers,
  ) {}

  async write(tx: Queryable, plan: BatchPlan): Promise<void> {
    const touched = [...plan.touched.values()];
    const rules = await this.clocks.rules(tx);
    const districtAt = await this.districts.finder(tx);
    const finder = { ...(await this.taxonomy.factFinder(tx)), districtAt };
    const classifier = await this.classifiers.current(tx);
    const judges = { rules, finder, classifier };
    // New reports' own texts are in the plan; the others' earlier words must be read once the batch is written.
    const fresh = touched.filter((report) => report.isNew);
    const joined = touched.filter((report) => !report.isNew);
    const freshRefreshes = this.refreshes(fresh, textsOf(plan), pointsOf(plan), judges);
    await this.intake.insertReports(
      tx,
      plan.reports,
      new Map(freshRefreshes.map((refresh) => [refresh.id, refresh])),
    );
    await this.intake.insertMessages(tx, plan.messages);
    await this.intake.insertAttachments(tx, plan.attachments);
    for (const change of plan.changes) await change(tx);
    const joinedIds = joined.map((report) => report.id);
    const joinedTexts = await this.threads.inboundTexts(tx, joinedIds);
    const joinedPoints =
      districtAt && joined.length > 0 ? await this.threads.sharedPoints(tx, joinedIds) : NO_POINTS;
    const joinedRefreshes = this.refreshes(joined, joinedTexts, joinedPoints, judges);
    await this.intake.refreshReports(tx, joinedRefreshes);
    await this.recordText(tx, plan, [...freshRefreshes, ...joinedRefreshes]);
    await classifier.told(tx, [...freshRefreshes, ...joinedRefreshes]);
    const routed = await this.routing.route(
      tx,
      [...freshRefreshes, ...joinedRefreshes].flatMap(({ id, classification }) =>
        classification ? [id] : [],
      ),
    );
    await this.ledger.settle(tx, plan.settlements);
    await this.changeFeed.append(tx, [
      ...touched.map((report) => ({
        topic: 'report' as const,
        entityId: report.id,
        kind: report.changeKind,
        agencyId: report.agencyId,
      })),
      ...plan.told,
      ...routed,
    ]);
  }

  private async recordText(
    tx: Queryable,
    plan: BatchPlan,
    refreshes: readonly ReportRefresh[],
  ): Promise<void> {
    const changed = refreshes.filter((refresh) => plan.touched.get(refresh.id)?.hasNewText);
    await this.intake.indexForSearch(tx, changed);
    await this.similarity.putBands(
      tx,
      changed.map(({ id, searchText }) => ({ id, bands: textBands(searchText) })),
    );
    await this.intake.insertClassifications(tx, changed);
    await this.facts.put(
      tx,
      changed.flatMap(({ id, facts }) => (facts ? [{ reportId: id, facts }] : [])),
    );
    const classified = changed.flatMap((refresh) =>
      refresh.classification
        ? [
            {
              reportId: refresh.id,
              kind: 'classified',
              actorKind: 'system' as const,
              data: { class: refresh.classification.label, confidence: refresh.classification.confidence },
            },
          ]
        : [],
    );
    await this.messageChanges.appendTimeline(tx, [...plan.timeline, ...classified]);
  }

  private refreshes(
    reports: readonly TouchedReport[],
    texts: ReadonlyMap<string, readonly string[]>,
    points: ReadonlyMap<string, SharedPoint>,
    { rules, finder, classifier }: Judges,
  ): ReportRefresh[] {
    return reports.map((report) => {
      const messages = texts.get(report.id) ?? [];
      const [whole, text] = [wholeOf(messages), wordsOf(messages)];
      const isUndecided = report.classSource === 'model' && report.hasNewText;
      const isTakenBack = report.changeKind === 'message-deleted';
      const classification = isUndecided ? judgeText(classifier, text, isTakenBack) : undefined;
      const resumed = resumedOf(report, rules);
      const clocked = {
        class: classification?.label ?? report.before.class,
        flags:
          report.before.flagsSource === 'person'
            ? report.before.flags
            : (classification?.flags ?? report.before.flags),
        receivedAt: report.before.receivedAt,
        heldDays: resumed?.heldDays ?? report.before.heldDays,
      };
      return {
        id: report.id,
        addedMessages: report.addedMessages,
        lastMessageAt: report.lastMessageAt,
        hasAttachments: report.hasAttachments,
        reopen: report.reopen,
        excerpt: excerptOf(whole),
        searchText: whole.slice(0, MAX_SEARCHED_TEXT).toWellFormed(),
        ...(classification ? { classification } : {}),
        ...(report.hasNewText ? { facts: reportFacts(finder, text, points.get(report.id)) } : {}),
        ...(resumed ? { resumed } : {}),
        ...(classification || resumed || report.isNew ? { due: dueDates(clocked, rules) } : {}),
      };
    });
  }
}

/** What a batch is judged by. */
interface Judges {
  readonly rules: ClockRules;
  readonly finder: FactFinder;
  readonly classifier: ReportClassifier;
}

/** A report on hold whose citizen has written runs on; the working days that it waited do not count. */
function resumedOf({ before, heldUntil }: TouchedReport, { calendar }: ClockRules): ReportRefresh['resumed'] {
  if (!heldUntil) return undefined;
  const waited = before.heldAt ? calendar.workingDaysBetween(before.heldAt, heldUntil) : 0;
  return { heldDays: before.heldDays + waited };
}

function textsOf(plan: BatchPlan): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const message of plan.messages) {
    if (message.direction !== 'inbound') continue;
    const text = plan.changedTexts.get(message.id) ?? message.text;
    texts.set(message.reportId, [...(texts.get(message.reportId) ?? []), text]);
  }
  return texts;
}

function pointsOf({ messages }: BatchPlan): Map<string, SharedPoint> {
  const points = new Map<string, SharedPoint>();
  for (const { reportId, direction, location } of messages) {
    if (direction === 'inbound' && location && !points.has(reportId)) points.set(reportId, location);
  }
  return points;
}

function excerptOf(text: string): string {
  // Masked before it is cut: half a number would be none that is found.
  const line = maskPersonalData(text.slice(0, EXCERPT_LENGTH * 4))
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= EXCERPT_LENGTH ? line : `${line.slice(0, EXCERPT_LENGTH - 1).toWellFormed()}…`;
}
