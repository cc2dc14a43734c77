import { settingField } from '@app/connector-kit';
import { googleApiRootField, googleSettingFields } from '@app/google-api';
import { z } from 'zod';

export const googleBusinessSettingsSchema = z.object({
  location: settingField(
    z
      .string()
      .trim()
      .regex(/^accounts\/\d+\/locations\/\d+$/, 'accounts/…/locations/…'),
    {
      label: { id: 'Lokasi', en: 'Location' },
      help: {
        id: 'Bentuknya accounts/123/locations/456. Panduan kanal ini menunjukkan cara menemukannya. Satu koneksi per lokasi.',
        en: 'As accounts/123/locations/456. The channel’s guide shows how to find it. One connection per location.',
      },
    },
  ),
  ...googleSettingFields,
  pollSeconds: settingField(z.int().min(60).max(86_400).default(300), {
    label: { id: 'Jeda antarpemeriksaan (detik)', en: 'Seconds between checks' },
    isAdvanced: true,
  }),
  apiRoot: googleApiRootField('https://mybusiness.googleapis.com/v4'),
});

export type GoogleBusinessSettings = z.infer<typeof googleBusinessSettingsSchema>;
