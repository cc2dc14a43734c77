import { Injectable } from '@nestjs/common';
import { type Actor, userIdOf } from '@app/accounts';
import {
  AuditRepository,
  ChangeFeedRepository,
  Database,
  ModelVersionRepository,
  type ModelVersionRow,
  type Queryable,
} from '@app/database';
import { LearningError } from './learning-error.js';
import { LearningSettingsService } from './learning-settings.js';
import { worsenings, type ModelTest, type Worsening } from './promotion-rule.js';
import { RegisterModelsService } from './register-models.service.js';

/** Which model is in force: a candidate is promoted or refused, a former model taken back. */
@Injectable()
export class DecideModelService {
  constructor(
    private readonly database: Database,
    private readonly models: ModelVersionRepository,
    private readonly register: RegisterModelsService,
    private readonly settings: LearningSettingsService,
    private readonly audit: AuditRepository,
    private readonly changes: ChangeFeedRepository,
  ) {}

  /** What keeps it from being promoted, by the margin as it is now. */
  async obstacles({ tests }: ModelVersionRow): Promise<Worsening[]> {
    return worsenings((tests ?? []) as ModelTest[], (await this.settings.read()).margin);
  }

  /**
   * @param actor null: nobody, an admin has allowed it
   * @throws LearningError `not-found`, `candidate-not-ready`, `candidate-worse`
   */
  async promote(actor: Actor | null, id: string): Promise<void> {
    const candidate = await this.found(id);
    if (candidate.state !== 'ready') throw notReady();
    const worse = await this.obstacles(candidate);
    if (worse.length > 0) {
      throw new LearningError('candidate-worse', `Worse: ${worse.map(({ what }) => what).join(', ')}`);
    }
    await this.database.transaction(async (tx) => {
      await this.putInForce(tx, actor, candidate, 'ready');
    });
  }

  /** @throws LearningError `not-found`, `candidate-not-ready` */
  async refuse(actor: Actor, id: string): Promise<void> {
    await this.found(id);
    await this.database.transaction(async (tx) => {
      const why = { userId: userIdOf(actor), reason: 'by-person' };
      if (!(await this.models.move(tx, id, ['shadow', 'ready'], 'refused', why))) throw notReady();
      await this.note(tx, actor, id, 'model-refused', {});
    });
  }

  /**
   * Back to a model that was in force before. A candidate was compared with the one that goes: it is refused.
   * @throws LearningError `not-found`, `model-not-kept`
   */
  async restore(actor: Actor, id: string): Promise<void> {
    const former = await this.found(id);
    if (former.state !== 'former' || !this.register.isUsable(former)) {
      throw new LearningError('model-not-kept', 'This model was never in force, or is not kept any more');
    }
    await this.database.transaction(async (tx) => {
      for (const { id: other, state } of await this.models.inStates(['shadow', 'ready'], tx)) {
        await this.models.move(tx, other, [state], 'refused', { reason: 'current-changed' });
      }
      await this.putInForce(tx, actor, former, 'former');
    });
  }

  private async putInForce(
    tx: Queryable,
    actor: Actor | null,
    model: ModelVersionRow,
    from: 'ready' | 'former',
  ): Promise<void> {
    const userId = actor && userIdOf(actor);
    for (const { id } of await this.models.inStates(['current'], tx)) {
      await this.models.move(tx, id, ['current'], 'former', { userId });
    }
    if (!(await this.models.move(tx, model.id, [from], 'current', { userId }))) throw notReady();
    await this.note(tx, actor, model.id, 'model-put-in-force', { version: model.version });
  }

  private async note(
    tx: Queryable,
    actor: Actor | null,
    id: string,
    action: string,
    data: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.audit.append(tx, {
      actor: actor ?? { kind: 'system', id: null },
      action,
      subject: `model:${id}`,
      data,
    });
    await this.changes.append(tx, [{ topic: 'model', entityId: id, kind: action }]);
  }

  private async found(id: string): Promise<ModelVersionRow> {
    const row = await this.models.byId(id);
    if (!row) throw new LearningError('not-found', 'No such model');
    return row;
  }
}

const notReady = (): LearningError =>
  new LearningError('candidate-not-ready', 'This model is not a candidate that waits for a decision');
