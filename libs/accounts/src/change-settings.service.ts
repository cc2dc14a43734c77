import { Injectable } from '@nestjs/common';
import { AuditRepository, ChangeFeedRepository, Database, SettingRepository } from '@app/database';
import type { ActorOrSystem } from './actor.js';
import { ReadSettingsService, type Settings } from './read-settings.service.js';

@Injectable()
export class ChangeSettingsService {
  constructor(
    private readonly database: Database,
    private readonly settings: SettingRepository,
    private readonly reader: ReadSettingsService,
    private readonly audit: AuditRepository,
    private readonly changes: ChangeFeedRepository,
  ) {}

  /** Changes what is given and leaves the rest. */
  async change(
    actor: ActorOrSystem,
    change: { readonly [Key in keyof Settings]?: Settings[Key] | undefined },
  ): Promise<Settings> {
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    return this.database.transaction(async (tx) => {
      for (const [key, value] of given) await this.settings.set(tx, key, value);
      if (given.length > 0) {
        const data = Object.fromEntries(given);
        await this.audit.append(tx, { actor, action: 'settings-changed', subject: 'settings', data });
        await this.changes.append(tx, [{ topic: 'settings', entityId: 'settings', kind: 'changed' }]);
      }
      return this.reader.read(tx);
    });
  }
}
