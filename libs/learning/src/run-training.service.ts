import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import {
  ChangeFeedRepository,
  CorrectionRepository,
  Database,
  ModelVersionRepository,
  ShadowRepository,
  type LearnableCorrection,
} from '@app/database';
import { REPORT_FLAGS } from '@app/report-model';
import { isHeldOut } from './held-out.js';
import { LearningSettingsService } from './learning-settings.js';
import { LEARNING_SOURCES, type LearningSources } from './learning-sources.js';
import { worsenings } from './promotion-rule.js';
import { SHOWN_DIFFERENCES } from './settle-candidate.service.js';
import { trainInThread } from './train-in-thread.js';
import type { Correction, TrainingResult, TrainingTask } from './training-task.js';

/** The newest; far more than the corpus would drown it. */
const MOST_CORRECTIONS = 20_000;
const MODELS_KEPT = 20;
const BEAT_MS = 10_000;

/** Does a training that was asked for. Safe to run twice: a second one sees that it is taken. */
@Injectable()
export class RunTrainingService implements OnModuleDestroy {
  private readonly logger = new Logger(RunTrainingService.name);
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly models: ModelVersionRepository,
    private readonly corrections: CorrectionRepository,
    private readonly shadow: ShadowRepository,
    private readonly settings: LearningSettingsService,
    private readonly changes: ChangeFeedRepository,
    @Inject(LEARNING_SOURCES) private readonly sources: LearningSources,
  ) {}

  /** Trainings that lost their job or their worker. */
  async sweep(): Promise<void> {
    for (const { id } of await this.models.inStates(['queued', 'training'])) await this.run(id);
  }

  async run(id: string): Promise<void> {
    if (this.stopping.signal.aborted || !(await this.models.take(id))) return;
    this.running = this.train(id);
    await this.running;
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async train(id: string): Promise<void> {
    let step = 'reading';
    const beat = (): void => void this.tell(id, step).catch(() => undefined);
    const beats = setInterval(beat, BEAT_MS);
    try {
      const learnable = await this.corrections.learnable(MOST_CORRECTIONS);
      const onStep = (next: string): void => {
        step = next;
        beat();
      };
      const result = await trainInThread(await this.taskOf(learnable), onStep, this.stopping.signal);
      clearInterval(beats);
      await this.keep(id, result, learnable[0]?.id ?? null);
    } catch (error) {
      if (this.stopping.signal.aborted) return await this.models.release(id);
      const reason = (error instanceof Error ? error.message : String(error)).slice(0, 300);
      this.logger.error(`Model ${id} could not be trained: ${reason}`);
      await this.database.transaction(async (tx) => {
        await this.models.move(tx, id, ['training'], 'failed', { reason });
        await this.changes.append(tx, [{ topic: 'model', entityId: id, kind: 'failed' }]);
      });
    } finally {
      clearInterval(beats);
    }
  }

  private async taskOf(learnable: readonly LearnableCorrection[]): Promise<TrainingTask> {
    const [current] = await this.models.inStates(['current']);
    const learnt = current?.source === 'trained' ? BigInt(current.lastCorrectionId ?? 0) : 0n;
    const file = current?.source === 'trained' ? await this.models.file(current.id) : null;
    return {
      corpusFolder: this.sources.corpusFolder,
      corrections: onePerText(learnable).map((row) => asCorrection(row, BigInt(row.id) <= learnt)),
      currentModel: file ?? this.sources.shippedModel(),
      release: `learnt-${new Date().toISOString().slice(0, 10)}`,
    };
  }

  /** The model is a candidate now, or refused with what got worse. */
  private async keep(id: string, result: TrainingResult, lastCorrectionId: string | null): Promise<void> {
    await this.database.transaction(async (tx) => {
      const sha256 = createHash('sha256').update(result.file).digest();
      if (!(await this.models.finish(tx, id, { ...result, sha256, lastCorrectionId }))) return;
      const { margin, shadowMessages } = await this.settings.read(tx);
      const worse = worsenings(result.tests, margin);
      if (worse.length > 0) {
        await this.models.move(tx, id, ['refused'], 'refused', { reason: 'worse', worse });
      } else {
        for (const { id: former, state } of await this.models.inStates(['shadow', 'ready'], tx)) {
          await this.models.move(tx, former, [state], 'refused', { reason: 'replaced' });
          await this.shadow.trim(tx, former, SHOWN_DIFFERENCES);
        }
        await this.models.move(tx, id, ['refused'], shadowMessages > 0 ? 'shadow' : 'ready');
      }
      await this.models.trimFiles(tx, MODELS_KEPT);
      await this.changes.append(tx, [{ topic: 'model', entityId: id, kind: 'trained' }]);
    });
  }

  private async tell(id: string, step: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.models.beat(id, step, tx);
      await this.changes.append(tx, [{ topic: 'model', entityId: id, kind: 'training' }]);
    });
  }
}

/** Copies of one text count once, with what was decided last. */
function onePerText(rows: readonly LearnableCorrection[]): LearnableCorrection[] {
  const seen = new Set<string>();
  return rows.filter(({ text }) => {
    const key = text.trim();
    return !seen.has(key) && seen.add(key);
  });
}

/** A flag that nobody touched may have gone unseen: only those that were changed say something. */
function asCorrection(
  { reportId, text, toClass, fromFlags, toFlags }: LearnableCorrection,
  isKnown: boolean,
): Correction {
  const changed = REPORT_FLAGS.filter((flag) => fromFlags[flag] !== toFlags[flag]);
  return {
    text,
    label: toClass,
    theme: `report ${reportId}`,
    ...Object.fromEntries(changed.map((flag) => [flag, toFlags[flag]])),
    isHeldOut: isHeldOut(text),
    isKnown,
  };
}
