import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import {
  Database,
  IncidentRepository,
  ReportListRepository,
  SimilarityRepository,
  ThreadRepository,
  type ReportRow,
} from '@app/database';
import { comparePairs, photoDistance, wordPairs, type ReadText, type SimilarityReason } from '@app/triage';
import { maySee } from './change-report.service.js';

export type IncidentReason =
  | SimilarityReason
  /** The same picture, perhaps in another size or compression. */
  | { readonly kind: 'photo' }
  /** The same topic from around the same place within days. */
  | { readonly kind: 'near'; readonly metres: number };

export interface SimilarReport {
  readonly report: ReportRow;
  /** 0 to 1, to order by. */
  readonly score: number;
  readonly reasons: readonly IncidentReason[];
}

/** Index hits looked at: a campaign of thousands is told by its first hundreds. */
const READ = 200;
const COMPARED = 30;
const SHOWN = 8;
/** Of 128 bits; another size and compression changes a few. */
const MOST_PHOTO_DISTANCE = 10;
const NEARBY = { metres: 150, days: 14, limit: 20 };
const PHOTO_SCORE = 0.9;
/** A place and a topic alone: less than half a text. */
const NEAR_SCORE = 0.45;
const EXAMPLES = 3;
const CONFIRMED_READ = 1_000;

/** Reports that may be about the same thing, over all channels, each with why. Suggestions only: people join them. */
@Injectable()
export class FindSimilarService {
  constructor(
    private readonly database: Database,
    private readonly similarity: SimilarityRepository,
    private readonly incidents: IncidentRepository,
    private readonly threads: ThreadRepository,
    private readonly reports: ReportListRepository,
  ) {}

  /** Without those of the same incident and those that a person has refused; the most alike first. */
  async find(actor: Actor, { id, incidentId, hasAttachments }: ReportRow): Promise<SimilarReport[]> {
    const [texts, photos, near, refused] = await Promise.all([
      this.likeText(id),
      hasAttachments ? this.similarity.sharingPhotos(id, READ) : [],
      this.similarity.nearby(id, NEARBY),
      this.incidents.refusedFor(id),
    ]);
    const found = new Map<string, { score: number; reasons: IncidentReason[] }>();
    const add = (reportId: string, score: number, reasons: readonly IncidentReason[]): void => {
      const before = found.get(reportId) ?? { score: 0, reasons: [] };
      found.set(reportId, { score: Math.max(before.score, score), reasons: [...before.reasons, ...reasons] });
    };
    for (const { reportId, score, reasons } of texts) add(reportId, score, reasons);
    const alike = photos.filter(({ own, others }) => photoDistance(own, others) <= MOST_PHOTO_DISTANCE);
    for (const reportId of new Set(alike.map((photo) => photo.reportId))) {
      add(reportId, PHOTO_SCORE, [{ kind: 'photo' }]);
    }
    for (const { reportId, metres } of near) add(reportId, NEAR_SCORE, [{ kind: 'near', metres }]);
    for (const other of refused) found.delete(other);
    const rows = await this.reports.byIds([...found.keys()]);
    return rows
      .filter((row) => maySee(actor, row) && (incidentId === null || row.incidentId !== incidentId))
      .map((report) => ({ report, ...(found.get(report.id) ?? { score: 0, reasons: [] }) }))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, SHOWN);
  }

  /** Up to three reports like this one whose class a person has decided, the most alike first. */
  async confirmedExamples(actor: Actor, reportId: string): Promise<ReportRow[]> {
    const ids = await this.similarity.confirmedLike(reportId, CONFIRMED_READ, EXAMPLES * 3);
    const rows = await this.reports.byIds(ids);
    return rows.filter((row) => maySee(actor, row)).slice(0, EXAMPLES);
  }

  private async likeText(reportId: string) {
    const ids = await this.similarity.sharingBands(reportId, READ, COMPARED);
    if (ids.length === 0) return [];
    const texts = await this.threads.inboundTexts(this.database, [reportId, ...ids]);
    const own = readText(texts.get(reportId));
    return ids
      .map((id) => ({ reportId: id, ...comparePairs(own, readText(texts.get(id))) }))
      .filter(({ duplicate }) => duplicate);
  }
}

function readText(texts: readonly string[] = []): ReadText {
  const text = texts.filter((one) => one.trim() !== '').join('\n');
  return { text, pairs: wordPairs(text) };
}
