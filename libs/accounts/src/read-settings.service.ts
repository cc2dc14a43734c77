import { Injectable } from '@nestjs/common';
import {
  DEFAULT_DELETION_RULE,
  DEFAULT_JOIN_WINDOW_MINUTES,
  DEFAULT_MAX_MEDIA_MEGABYTES,
  DEFAULT_REPLY_APPROVAL,
  SettingRepository,
  type Queryable,
} from '@app/database';
import type { DeletionRule, ReplyApproval } from '@app/report-model';

export interface Settings {
  readonly organisationName: string;
  /** A further message of one person in one conversation within this time joins the open report. */
  readonly joinWindowMinutes: number;
  /** Larger files of citizens are not fetched. */
  readonly maxMediaMegabytes: number;
  /** What happens with a message that its author deletes on the platform. */
  readonly deletionRule: DeletionRule;
  /** Whose answers a colleague looks over before they are sent. */
  readonly replyApproval: ReplyApproval;
}

const DEFAULT_SETTINGS: Settings = {
  organisationName: 'Pemerintah Daerah',
  joinWindowMinutes: DEFAULT_JOIN_WINDOW_MINUTES,
  maxMediaMegabytes: DEFAULT_MAX_MEDIA_MEGABYTES,
  deletionRule: DEFAULT_DELETION_RULE,
  replyApproval: DEFAULT_REPLY_APPROVAL,
};

@Injectable()
export class ReadSettingsService {
  constructor(private readonly settings: SettingRepository) {}

  async read(on?: Queryable): Promise<Settings> {
    const stored = (await this.settings.all(on)) as Partial<Settings>;
    return {
      organisationName: stored.organisationName ?? DEFAULT_SETTINGS.organisationName,
      joinWindowMinutes: stored.joinWindowMinutes ?? DEFAULT_SETTINGS.joinWindowMinutes,
      maxMediaMegabytes: stored.maxMediaMegabytes ?? DEFAULT_SETTINGS.maxMediaMegabytes,
      deletionRule: stored.deletionRule ?? DEFAULT_SETTINGS.deletionRule,
      replyApproval: stored.replyApproval ?? DEFAULT_SETTINGS.replyApproval,
    };
  }
}
