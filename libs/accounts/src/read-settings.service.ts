import { Injectable } from '@nestjs/common';
import { DEFAULT_JOIN_WINDOW_MINUTES, SettingRepository, type Queryable } from '@app/database';

export interface Settings {
  readonly organisationName: string;
  /** A further message of one person in one conversation within this time joins the open report. */
  readonly joinWindowMinutes: number;
}

const DEFAULT_SETTINGS: Settings = {
  organisationName: 'Pemerintah Daerah',
  joinWindowMinutes: DEFAULT_JOIN_WINDOW_MINUTES,
};

@Injectable()
export class ReadSettingsService {
  constructor(private readonly settings: SettingRepository) {}

  async read(on?: Queryable): Promise<Settings> {
    const stored = (await this.settings.all(on)) as Partial<Settings>;
    return {
      organisationName: stored.organisationName ?? DEFAULT_SETTINGS.organisationName,
      joinWindowMinutes: stored.joinWindowMinutes ?? DEFAULT_SETTINGS.joinWindowMinutes,
    };
  }
}
