import { settingField } from '@app/connector-kit';
import { googleApiRootField, googleSettingFields } from '@app/google-api';
import { z } from 'zod';

export const youtubeSettingsSchema = z.object({
  channelId: settingField(
    z
      .string()
      .trim()
      .regex(/^UC[\w-]{22}$/, 'UC…'),
    {
      label: { id: 'ID kanal', en: 'Channel ID' },
      help: {
        id: 'youtube.com/account_advanced → ID Channel, diawali UC.',
        en: 'youtube.com/account_advanced → Channel ID, beginning with UC.',
      },
    },
  ),
  ...googleSettingFields,
  pollSeconds: settingField(z.int().min(30).max(86_400).default(120), {
    label: { id: 'Jeda antarpemeriksaan (detik)', en: 'Seconds between checks' },
    isAdvanced: true,
  }),
  dailyUnits: settingField(z.int().min(500).max(10_000_000).default(10_000), {
    label: { id: 'Kuota per hari (unit)', en: 'Quota per day (units)' },
    help: {
      id: 'Dari console.cloud.google.com → YouTube Data API v3 → Quotas. Seperlimanya disisihkan untuk jawaban (50 unit tiap jawaban).',
      en: 'From console.cloud.google.com → YouTube Data API v3 → Quotas. A fifth is kept for answers (50 units each).',
    },
    isAdvanced: true,
  }),
  apiRoot: googleApiRootField('https://www.googleapis.com/youtube/v3'),
});

export type YoutubeSettings = z.infer<typeof youtubeSettingsSchema>;
