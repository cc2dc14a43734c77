import { Injectable } from '@nestjs/common';
import { ChangeFeedRepository, Database, ModelVersionRepository, ShadowRepository } from '@app/database';
import { DecideModelService } from './decide-model.service.js';
import { LearningSettingsService } from './learning-settings.js';
import { isContradicted } from './promotion-rule.js';

/** Differences that can still be looked at once a candidate is decided on. */
export const SHOWN_DIFFERENCES = 100;

/** Takes a candidate from one stage to the next, without a person as far as an admin allows it. */
@Injectable()
export class SettleCandidateService {
  constructor(
    private readonly database: Database,
    private readonly models: ModelVersionRepository,
    private readonly shadow: ShadowRepository,
    private readonly settings: LearningSettingsService,
    private readonly decider: DecideModelService,
    private readonly changes: ChangeFeedRepository,
  ) {}

  async settle(): Promise<void> {
    const [candidate] = await this.models.inStates(['shadow', 'ready']);
    if (!candidate) return;
    const { shadowMessages, promotesByItself } = await this.settings.read();
    if (candidate.state === 'ready') {
      if (promotesByItself && (await this.decider.obstacles(candidate)).length === 0) {
        await this.decider.promote(null, candidate.id);
      }
      return;
    }
    const counts = await this.shadow.counts(candidate.id);
    if (counts.seen < shadowMessages) return;
    await this.database.transaction(async (tx) => {
      if (!(await this.models.endShadow(tx, candidate.id, counts))) return;
      if (isContradicted(counts)) {
        await this.models.move(tx, candidate.id, ['ready'], 'refused', { reason: 'contradicted' });
      }
      await this.shadow.trim(tx, candidate.id, SHOWN_DIFFERENCES);
      await this.changes.append(tx, [{ topic: 'model', entityId: candidate.id, kind: 'shadow-ended' }]);
    });
    if (promotesByItself) await this.settle();
  }
}
