import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Row } from '../database.js';

export type ModelState =
  'queued' | 'training' | 'shadow' | 'ready' | 'current' | 'former' | 'refused' | 'failed';

export interface ModelVersionRow {
  readonly id: string;
  /** Counts trainings, for people. */
  readonly number: number;
  readonly source: 'shipped' | 'trained';
  readonly state: ModelState;
  /** The model's own name, as classifications carry it; null until it is trained. */
  readonly version: string | null;
  /** How texts were read when it was trained; a model is of use only to code that reads them in the same way. */
  readonly reading: string | null;
  readonly requestedAt: Date;
  /** Null: by itself, at night. */
  readonly requestedBy: string | null;
  readonly trainedAt: Date | null;
  readonly shadowEndedAt: Date | null;
  readonly inForceSince: Date | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  /** The newest decision of a person that it has learnt from or was tested with. */
  readonly lastCorrectionId: string | null;
  readonly corpusSize: number;
  readonly correctionCount: number;
  readonly heldOutCount: number;
  /** What a training is at. */
  readonly step: string | null;
  readonly reason: string | null;
  /** What got worse, as JSON. */
  readonly worse: unknown[];
  /** Counts of the shadow once it has ended, as JSON. */
  readonly shadow: unknown;
  /** Figures of the tests, as JSON. */
  readonly tests: unknown;
  readonly hasFile: boolean;
}

/** What a training gave. */
export interface TrainedModel {
  readonly file: Uint8Array;
  readonly sha256: Uint8Array;
  readonly version: string;
  readonly reading: string;
  readonly lastCorrectionId: string | null;
  readonly corpusSize: number;
  readonly correctionCount: number;
  readonly heldOutCount: number;
  readonly tests: unknown;
}

const COLUMNS = `m.id, m.number, m.source, m.state, m.version, m.reading, m.requested_at as "requestedAt",
  r.name as "requestedBy", m.trained_at as "trainedAt", m.shadow_ended_at as "shadowEndedAt",
  m.in_force_since as "inForceSince", m.decided_at as "decidedAt", d.name as "decidedBy",
  m.last_correction_id as "lastCorrectionId", m.corpus_size as "corpusSize", m.correction_count as "correctionCount",
  m.held_out_count as "heldOutCount", m.step, m.reason, m.worse, m.shadow, m.tests,
  exists (select from model_files f where f.model_id = m.id) as "hasFile"`;
const FROM =
  'model_versions m left join users r on r.id = m.requested_by left join users d on d.id = m.decided_by';

/** A worker that has not been heard of for this long does not train any more. */
const TAKEN_FOR = `interval '1 minute'`;

/** Models: which there are, which one is in force. */
@Injectable()
export class ModelVersionRepository {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async latest(limit: number, on: Queryable = this.database): Promise<ModelVersionRow[]> {
    return on.query<ModelVersionRow>(`select ${COLUMNS} from ${FROM} order by m.number desc limit $1`, [
      limit,
    ]);
  }

  async inStates(states: readonly ModelState[], on: Queryable = this.database): Promise<ModelVersionRow[]> {
    return on.query<ModelVersionRow>(`select ${COLUMNS} from ${FROM} where m.state = any($1)`, [states]);
  }

  async byId(id: string, on: Queryable = this.database): Promise<ModelVersionRow | null> {
    const [row] = await on.query<ModelVersionRow>(`select ${COLUMNS} from ${FROM} where m.id = $1`, [id]);
    return row ?? null;
  }

  /** What classifies now and what does so beside it: asked for with every batch, so little is read. */
  async active(on: Queryable): Promise<{ id: string; state: 'current' | 'shadow'; source: string }[]> {
    return on.query(`select id, state, source from model_versions where state in ('current', 'shadow')`);
  }

  async file(id: string, on: Queryable = this.database): Promise<Uint8Array | null> {
    const [row] = await on.query<{ file: Uint8Array }>('select file from model_files where model_id = $1', [
      id,
    ]);
    return row?.file ?? null;
  }

  /** The model that ships; known ones stay as they are. */
  async addShipped(tx: Queryable, id: string, version: string, reading: string): Promise<void> {
    await tx.query(
      `insert into model_versions (id, source, state, version, reading, trained_at)
       values ($1, 'shipped', 'former', $2, $3, now()) on conflict (version) where source = 'shipped' do nothing`,
      [id, version, reading],
    );
  }

  /** @returns false when a training is open already */
  async request(tx: Queryable, id: string, userId: string | null): Promise<boolean> {
    const rows = await tx.query(
      `insert into model_versions (id, source, state, requested_by) values ($1, 'trained', 'queued', $2)
       on conflict do nothing returning id`,
      [id, userId],
    );
    return rows.length > 0;
  }

  /** Whether this training is now the caller's. */
  async take(id: string): Promise<boolean> {
    const rows = await this.database.query(
      `update model_versions set state = 'training', taken_at = now()
        where id = $1 and state in ('queued', 'training')
          and (taken_at is null or taken_at < now() - ${TAKEN_FOR}) returning id`,
      [id],
    );
    return rows.length > 0;
  }

  /** Says that the training goes on, and at what. */
  async beat(id: string, step: string, on: Queryable = this.database): Promise<void> {
    await on.query(
      `update model_versions set taken_at = now(), step = $2 where id = $1 and state = 'training'`,
      [id, step],
    );
  }

  /** Lets another worker go on at once. */
  async release(id: string): Promise<void> {
    await this.database.query(
      `update model_versions set state = 'queued', taken_at = null, step = null where id = $1 and state = 'training'`,
      [id],
    );
  }

  /** @returns false when the training was somebody else's meanwhile */
  async finish(tx: Queryable, id: string, model: TrainedModel): Promise<boolean> {
    const rows = await tx.query(
      `update model_versions set state = 'refused', step = null, version = $2, reading = $3, last_correction_id = $4,
              corpus_size = $5, correction_count = $6, held_out_count = $7, tests = $8::jsonb, trained_at = now()
        where id = $1 and state = 'training' returning id`,
      [
        id,
        model.version,
        model.reading,
        model.lastCorrectionId,
        model.corpusSize,
        model.correctionCount,
        model.heldOutCount,
        JSON.stringify(model.tests),
      ],
    );
    if (rows.length === 0) return false;
    await tx.query('insert into model_files (model_id, sha256, file) values ($1, $2, $3)', [
      id,
      model.sha256,
      model.file,
    ]);
    return true;
  }

  /**
   * Moves a version on, if it is in one of the states `from`.
   * @returns whether it was
   */
  async move(
    tx: Queryable,
    id: string,
    from: readonly ModelState[],
    to: ModelState,
    why: {
      readonly userId?: string | null;
      readonly reason?: string;
      readonly worse?: readonly unknown[];
    } = {},
  ): Promise<boolean> {
    const rows = await tx.query<Row>(
      `update model_versions set state = $3, step = null, decided_at = case when $3 in ('shadow', 'ready') then null else now() end, decided_by = $4, reason = $5,
              worse = $6::jsonb, in_force_since = case when $3 = 'current' then now() else in_force_since end
        where id = $1 and state = any($2) returning id`,
      [id, from, to, why.userId ?? null, why.reason ?? null, JSON.stringify(why.worse ?? [])],
    );
    return rows.length > 0;
  }

  /** The candidate has been watched for long enough. */
  async endShadow(tx: Queryable, id: string, counts: unknown): Promise<boolean> {
    const rows = await tx.query(
      `update model_versions set state = 'ready', shadow_ended_at = now(), shadow = $2::jsonb
        where id = $1 and state = 'shadow' returning id`,
      [id, JSON.stringify(counts)],
    );
    return rows.length > 0;
  }

  /** Whether a training has been asked for since, by whom ever. */
  async isRequestedSince(at: Date): Promise<boolean> {
    const rows = await this.database.query(
      `select from model_versions where source = 'trained' and requested_at >= $1 limit 1`,
      [at],
    );
    return rows.length > 0;
  }

  /** Until when corrections are learnt: of the last training that came to an end. */
  async learntUntil(on: Queryable = this.database): Promise<{ id: string; at: Date }> {
    const [row] = await on.query<{ id: string; at: Date }>(
      `select coalesce(last_correction_id, 0) as id, trained_at as at from model_versions
        where source = 'trained' and trained_at is not null order by number desc limit 1`,
    );
    return row ?? { id: '0', at: new Date(0) };
  }

  /** Forgets the weights of all but the newest `keep` models that were in force once, and of those refused. */
  async trimFiles(tx: Queryable, keep: number): Promise<void> {
    await tx.query(
      `delete from model_files where model_id in (
         select id from model_versions where state in ('refused', 'failed')
         union all
         (select id from model_versions where state = 'former' and source = 'trained'
           order by in_force_since desc nulls last offset $1))`,
      [keep],
    );
  }
}
