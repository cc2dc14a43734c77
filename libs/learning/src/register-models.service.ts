import { Inject, Injectable } from '@nestjs/common';
import {
  AuditRepository,
  ChangeFeedRepository,
  Database,
  ModelVersionRepository,
  newId,
  type ModelVersionRow,
} from '@app/database';
import { loadModel } from '@app/triage';
import { LEARNING_SOURCES, type LearningSources } from './learning-sources.js';
import { READING } from './reading.js';

/** The model that ships stands among the others, so that one can come back to it. */
@Injectable()
export class RegisterModelsService {
  private shippedVersion: string | undefined;

  constructor(
    private readonly database: Database,
    private readonly models: ModelVersionRepository,
    private readonly audit: AuditRepository,
    private readonly changes: ChangeFeedRepository,
    @Inject(LEARNING_SOURCES) private readonly sources: LearningSources,
  ) {}

  /** Whether this version of Wadah can classify with it. */
  isUsable({ source, version, reading, hasFile }: ModelVersionRow): boolean {
    return source === 'shipped' ? version === this.shipped : hasFile && reading === READING;
  }

  /**
   * Adds the model that ships. It takes force where none is, in place of one that shipped before, and in place of one
   * that this version of Wadah cannot use; a candidate of that kind is refused.
   */
  async register(): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.models.addShipped(tx, newId(), this.shipped, READING);
      const rows = await this.models.inStates(['current', 'former', 'shadow', 'ready'], tx);
      const shipped = rows.find((row) => row.source === 'shipped' && row.version === this.shipped);
      const current = rows.find(({ state }) => state === 'current');
      const changed: string[] = [];
      for (const row of rows) {
        if ((row.state !== 'shadow' && row.state !== 'ready') || this.isUsable(row)) continue;
        await this.models.move(tx, row.id, [row.state], 'refused', { reason: 'upgraded' });
        changed.push(row.id);
      }
      if (shipped && (!current || !this.isUsable(current))) {
        if (current) await this.models.move(tx, current.id, ['current'], 'former', { reason: 'upgraded' });
        await this.models.move(tx, shipped.id, ['former'], 'current');
        await this.audit.append(tx, {
          actor: { kind: 'system', id: null },
          action: 'model-put-in-force',
          subject: `model:${shipped.id}`,
          data: { version: this.shipped },
        });
        changed.push(shipped.id);
      }
      await this.changes.append(
        tx,
        changed.map((id) => ({ topic: 'model' as const, entityId: id, kind: 'registered' })),
      );
    });
  }

  private get shipped(): string {
    return (this.shippedVersion ??= loadModel(this.sources.shippedModel()).modelVersion);
  }
}
