import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { ReportListRepository, SimilarityRepository, type ReportRow, type SharedBands } from '@app/database';
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
    private readonly similarity: SimilarityRepository,
    private readonly reports: ReportListRepository,
  ) {}

  /** Without those of the same incident and those that a person has refused; the most alike first. */
  async find(actor: Actor, { id, incidentId, hasAttachments }: ReportRow): Promise<SimilarReport[]> {
    const [{ own, others, refused, hasPlace }, photos] = await Promise.all([
      this.similarity.sharingBands(id, READ, COMPARED),
      hasAttachments ? this.similarity.sharingPhotos(id, READ) : [],
    ]);
    // Most reports tell no place: only planning the question takes longer than all the rest.
    const near = hasPlace ? await this.similarity.nearby(id, NEARBY) : [];
    const found = new Map<string, { score: number; reasons: IncidentReason[] }>();
    const add = (reportId: string, score: number, reasons: readonly IncidentReason[]): void => {
      const before = found.get(reportId) ?? { score: 0, reasons: [] };
      found.set(reportId, { score: Math.max(before.score, score), reasons: [...before.reasons, ...reasons] });
    };
    for (const { reportId, score, reasons } of likeText(own, others)) add(reportId, score, reasons);
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
}

function likeText(own: readonly string[], others: SharedBands['others']) {
  const read = new Map<string, ReadText>();
  // A campaign is one text many times.
  const readOnce = (texts: readonly string[]): ReadText => {
    const text = texts.filter((one) => one.trim() !== '').join('\n');
    const known = read.get(text) ?? { text, pairs: wordPairs(text) };
    read.set(text, known);
    return known;
  };
  return others
    .map(({ reportId, texts }) => ({ reportId, ...comparePairs(readOnce(own), readOnce(texts)) }))
    .filter(({ duplicate }) => duplicate);
}
