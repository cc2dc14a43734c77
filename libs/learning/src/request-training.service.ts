import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { isHourOf } from '@app/clocks';
import {
  AuditRepository,
  ChangeFeedRepository,
  CorrectionRepository,
  Database,
  ModelVersionRepository,
  newId,
} from '@app/database';
import { JobPublisher } from '@app/queues';
import { LearningError } from './learning-error.js';
import { LearningSettingsService } from './learning-settings.js';
import { LEARNING_SOURCES, type LearningSources } from './learning-sources.js';

const AN_HOUR_MS = 3_600_000;

/** Puts a training in line: when a person asks for it, and at night by itself. */
@Injectable()
export class RequestTrainingService {
  constructor(
    private readonly database: Database,
    private readonly models: ModelVersionRepository,
    private readonly corrections: CorrectionRepository,
    private readonly settings: LearningSettingsService,
    private readonly audit: AuditRepository,
    private readonly changes: ChangeFeedRepository,
    private readonly jobs: JobPublisher,
    @Inject(LEARNING_SOURCES) private readonly sources: LearningSources,
  ) {}

  /** Decisions that no training has seen, and those left out since the last one. */
  async news(): Promise<number> {
    const until = await this.models.learntUntil();
    return this.corrections.news(until.id, until.at);
  }

  /**
   * @param actor null: nobody, it is the hour
   * @returns the id of the model to come. @throws LearningError `too-few-corrections`, `training-under-way`
   */
  async request(actor: Actor | null): Promise<string> {
    const { minimumCorrections } = await this.settings.read();
    const news = await this.news();
    if (news < minimumCorrections) {
      throw new LearningError('too-few-corrections', `${news} new of at least ${minimumCorrections}`);
    }
    const id = newId();
    await this.database.transaction(async (tx) => {
      const isFirst = await this.models.request(tx, id, actor?.kind === 'user' ? actor.id : null);
      if (!isFirst) throw new LearningError('training-under-way', 'A model is being trained');
      await this.audit.append(tx, {
        actor: actor ?? { kind: 'system', id: null },
        action: 'model-training-requested',
        subject: `model:${id}`,
        data: { news },
      });
      await this.changes.append(tx, [{ topic: 'model', entityId: id, kind: 'requested' }]);
    });
    await this.jobs.publish('train-model', { modelId: id });
    return id;
  }

  /** Once in the training hour, unless a candidate is being watched or there is too little to learn. */
  async requestNightly(now: Date): Promise<void> {
    const { trainingHour, minimumCorrections } = await this.settings.read();
    if (trainingHour === null || !isHourOf(now, trainingHour, this.sources.timeZone)) return;
    if (await this.models.isRequestedSince(new Date(now.getTime() - AN_HOUR_MS))) return;
    if ((await this.models.inStates(['queued', 'training', 'shadow'])).length > 0) return;
    if ((await this.news()) < minimumCorrections) return;
    await this.request(null).catch((error: unknown) => {
      // Another worker was first.
      if (!(error instanceof LearningError)) throw error;
    });
  }
}
