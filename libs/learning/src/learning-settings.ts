import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import {
  AuditRepository,
  ChangeFeedRepository,
  Database,
  SettingRepository,
  type Queryable,
} from '@app/database';

/** How the classifier learns; an admin changes it. */
export interface LearningSettings {
  /** Hour of the day (0 to 23, installation's time zone) at which a model is trained by itself; null: never. */
  readonly trainingHour: number | null;
  /** Fewer new decisions of people than this are not worth a training. */
  readonly minimumCorrections: number;
  /** Messages that a candidate classifies beside the model in force before anybody decides on it. */
  readonly shadowMessages: number;
  /** How much the F1 of a class may fall (0 to 1) for a candidate to be promoted. */
  readonly margin: number;
  /** A candidate that passed everything is promoted without a person. */
  readonly promotesByItself: boolean;
}

export const LEARNING_DEFAULTS: LearningSettings = {
  trainingHour: 2,
  minimumCorrections: 20,
  shadowMessages: 200,
  margin: 0.04,
  promotesByItself: false,
};
const SETTING = 'learning';

@Injectable()
export class LearningSettingsService {
  constructor(
    private readonly database: Database,
    private readonly settings: SettingRepository,
    private readonly audit: AuditRepository,
    private readonly changes: ChangeFeedRepository,
  ) {}

  async read(on?: Queryable): Promise<LearningSettings> {
    const { [SETTING]: stored } = await this.settings.some([SETTING], on);
    return { ...LEARNING_DEFAULTS, ...(stored as Partial<LearningSettings> | undefined) };
  }

  /** Changes what is given and leaves the rest. */
  async change(
    actor: Actor,
    change: { readonly [Key in keyof LearningSettings]?: LearningSettings[Key] | undefined },
  ): Promise<LearningSettings> {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    return this.database.transaction(async (tx) => {
      const settings = { ...(await this.read(tx)), ...given };
      await this.settings.set(tx, SETTING, settings);
      await this.audit.append(tx, {
        actor,
        action: 'learning-settings-changed',
        subject: 'settings',
        data: given,
      });
      await this.changes.append(tx, [{ topic: 'model', entityId: 'settings', kind: 'settings-changed' }]);
      return settings;
    });
  }
}
