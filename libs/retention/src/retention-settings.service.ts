import { Injectable } from '@nestjs/common';
import { refuseStale, versionOf, type Actor } from '@app/accounts';
import {
  AuditRepository,
  ChangeFeedRepository,
  Database,
  SettingRepository,
  type Queryable,
} from '@app/database';
import {
  outlivedByRawEvents,
  RETENTION_DEFAULTS,
  RETENTION_KINDS,
  type RetentionKind,
  type RetentionRule,
  type RetentionSettings,
} from '@app/report-model';
import { RetentionError } from './retention-error.js';

const SETTING = 'retention';

/** How long each kind of data is kept. */
@Injectable()
export class RetentionSettingsService {
  constructor(
    private readonly database: Database,
    private readonly settings: SettingRepository,
    private readonly audit: AuditRepository,
    private readonly changes: ChangeFeedRepository,
  ) {}

  async read(on?: Queryable): Promise<RetentionSettings> {
    const { [SETTING]: stored } = await this.settings.some([SETTING], on);
    const { hour, rules } = (stored ?? {}) as Partial<RetentionSettings>;
    const ruleOf = (kind: RetentionKind): RetentionRule => {
      const { isEnabled, days } = rules?.[kind] ?? RETENTION_DEFAULTS.rules[kind];
      return { isEnabled, days };
    };
    return {
      hour: hour ?? RETENTION_DEFAULTS.hour,
      rules: Object.fromEntries(
        RETENTION_KINDS.map((kind) => [kind, ruleOf(kind)]),
      ) as RetentionSettings['rules'],
    };
  }

  /**
   * @param version of the settings that the admin changed
   * @throws EditConflictError when they are others by now
   * @throws RetentionError `raw-events-outlive` when texts or names would live on in raw copies
   */
  async replace(actor: Actor, given: RetentionSettings, version: string): Promise<void> {
    const outlived = outlivedByRawEvents(given);
    if (outlived) {
      throw new RetentionError('raw-events-outlive', `Raw copies would be kept longer than ${outlived}`);
    }
    await this.database.transaction(async (tx) => {
      await this.settings.lockFor(tx, SETTING);
      const before = await this.read(tx);
      refuseStale(version, versionOf(before));
      await this.settings.set(tx, SETTING, given);
      const changed = RETENTION_KINDS.filter(
        (kind) => JSON.stringify(before.rules[kind]) !== JSON.stringify(given.rules[kind]),
      );
      await this.audit.append(tx, {
        actor,
        action: 'retention-changed',
        subject: 'retention',
        data: {
          hour: given.hour,
          rules: Object.fromEntries(changed.map((kind) => [kind, given.rules[kind]])),
        },
      });
      await this.changes.append(tx, [{ topic: 'settings', entityId: 'retention', kind: 'changed' }]);
    });
  }
}
