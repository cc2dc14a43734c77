import { Injectable } from '@nestjs/common';
import type { ReportClass, ReportFlag } from '@app/report-model';
import { Database, type Queryable } from '../database.js';
import { insertRows } from '../insert-rows.js';

/** What the model in force and the candidate said of one text. */
export interface ShadowOpinion {
  readonly reportId: string;
  readonly class: ReportClass;
  readonly candidateClass: ReportClass;
  readonly confidence: number;
  readonly candidateConfidence: number;
  readonly flags: readonly ReportFlag[];
  readonly candidateFlags: readonly ReportFlag[];
  readonly differs: boolean;
}

export interface ShadowCounts {
  /** Texts that both have classified. */
  readonly seen: number;
  readonly differing: number;
  /** Of the reports on whose class they differ, those whose class a person has decided since, and who was right. */
  readonly candidateRight: number;
  readonly currentRight: number;
}

export interface ShadowDifference extends Omit<ShadowOpinion, 'differs'> {
  readonly ticketCode: string;
  /** Without personal data. */
  readonly excerpt: string;
  readonly at: Date;
  /** What a person has decided. */
  readonly decidedClass: ReportClass | null;
}

@Injectable()
export class ShadowRepository {
  constructor(private readonly database: Database) {}

  async add(tx: Queryable, modelId: string, opinions: readonly ShadowOpinion[]): Promise<void> {
    await insertRows(
      tx,
      'shadow_opinions',
      {
        model_id: 'uuid',
        report_id: 'uuid',
        class: 'text',
        candidate_class: 'text',
        confidence: 'real',
        candidate_confidence: 'real',
        differs: 'boolean',
        flags: 'jsonb',
        candidate_flags: 'jsonb',
      },
      opinions.map((one) => ({
        model_id: modelId,
        report_id: one.reportId,
        class: one.class,
        candidate_class: one.candidateClass,
        confidence: one.confidence,
        candidate_confidence: one.candidateConfidence,
        differs: one.differs,
        flags: JSON.stringify(one.flags),
        candidate_flags: JSON.stringify(one.candidateFlags),
      })),
    );
  }

  async counts(modelId: string, on: Queryable = this.database): Promise<ShadowCounts> {
    const [row] = await on.query<ShadowCounts>(
      `select count(*)::int as seen, count(*) filter (where o.differs)::int as differing,
              count(distinct o.report_id) filter (where r.class = o.candidate_class and o.class <> o.candidate_class
                and r.class_source = 'person')::int as "candidateRight",
              count(distinct o.report_id) filter (where r.class = o.class and o.class <> o.candidate_class
                and r.class_source = 'person')::int as "currentRight"
         from shadow_opinions o join reports r on r.id = o.report_id where o.model_id = $1`,
      [modelId],
    );
    return row ?? { seen: 0, differing: 0, candidateRight: 0, currentRight: 0 };
  }

  /** Newest first. */
  async differences(modelId: string, limit: number): Promise<ShadowDifference[]> {
    return this.database.query<ShadowDifference>(
      `select o.report_id as "reportId", r.ticket_code as "ticketCode", r.excerpt, o.at, o.class,
              o.candidate_class as "candidateClass", o.confidence, o.candidate_confidence as "candidateConfidence",
              o.flags, o.candidate_flags as "candidateFlags",
              case when r.class_source = 'person' then r.class end as "decidedClass"
         from shadow_opinions o join reports r on r.id = o.report_id
        where o.model_id = $1 and o.differs order by o.id desc limit $2`,
      [modelId, limit],
    );
  }

  /** What is left to look at once the candidate is decided on: the newest differences. */
  async trim(tx: Queryable, modelId: string, keep: number): Promise<void> {
    await tx.query(
      `delete from shadow_opinions where model_id = $1 and id not in (
         select id from shadow_opinions where model_id = $1 and differs order by id desc limit $2)`,
      [modelId, keep],
    );
  }
}
