import { Inject, Injectable } from '@nestjs/common';
import {
  ModelQualityRepository,
  ModelVersionRepository,
  ShadowRepository,
  type ModelVersionRow,
} from '@app/database';
import { LearningError } from './learning-error.js';
import { LearningSettingsService } from './learning-settings.js';
import { LEARNING_SOURCES, type LearningSources } from './learning-sources.js';
import { RegisterModelsService } from './register-models.service.js';
import { RequestTrainingService } from './request-training.service.js';
import { SHOWN_DIFFERENCES } from './settle-candidate.service.js';

const SHOWN_VERSIONS = 30;

/** What the page about the model shows. */
@Injectable()
export class ReadModelService {
  constructor(
    private readonly models: ModelVersionRepository,
    private readonly shadow: ShadowRepository,
    private readonly quality: ModelQualityRepository,
    private readonly settings: LearningSettingsService,
    private readonly register: RegisterModelsService,
    private readonly requests: RequestTrainingService,
    @Inject(LEARNING_SOURCES) private readonly sources: LearningSources,
  ) {}

  async overview() {
    let rows = await this.models.latest(SHOWN_VERSIONS);
    if (!rows.some(({ state }) => state === 'current')) {
      // No worker has been here since the installation.
      await this.register.register();
      rows = await this.models.latest(SHOWN_VERSIONS);
    }
    // A model in force for long may be older than all that is listed.
    const [current] = await this.models.inStates(['current']);
    const all = current && !rows.some(({ id }) => id === current.id) ? [...rows, current] : rows;
    const candidate = all.find(({ state }) => state === 'shadow' || state === 'ready');
    return {
      versions: all.map((row) => ({
        ...row,
        isRestorable: row.state === 'former' && this.register.isUsable(row),
      })),
      shadow: candidate ? await this.shadowOf(candidate) : null,
      newCorrections: await this.requests.news(),
      settings: await this.settings.read(),
    };
  }

  /** @param weeks this week and those before it */
  async qualityOf(weeks: number) {
    const { timeZone } = this.sources;
    const [byWeek, classes] = await Promise.all([
      this.quality.weeks(weeks, timeZone),
      this.quality.classes(weeks, timeZone),
    ]);
    return { weeks: byWeek, classes };
  }

  /** The newest reports that the candidate would have classified otherwise. @throws LearningError `not-found` */
  async differences(id: string) {
    if (!(await this.models.byId(id))) throw new LearningError('not-found', 'No such model');
    return this.shadow.differences(id, SHOWN_DIFFERENCES);
  }

  private async shadowOf({ id, state, shadow }: ModelVersionRow) {
    const counts = await this.shadow.counts(id);
    // Once the shadow has ended, only differences are kept.
    return state === 'shadow' ? counts : { ...counts, ...(shadow as Partial<typeof counts> | null) };
  }
}
