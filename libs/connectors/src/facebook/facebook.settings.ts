import { settingField } from '@app/connector-kit';
import { graphRootField, graphSettingFields } from '@app/graph-api';
import { z } from 'zod';

export const facebookSettingsSchema = z.object({
  accessToken: settingField(z.string().trim().min(20).regex(/^\S+$/), {
    label: { id: 'Token akses Halaman', en: 'Page access token' },
    help: {
      id: 'Token milik Halaman, bukan pengguna: buat pengguna sistem dengan kedaluwarsa "Never", lalu ambil token Halaman (lihat panduan kanal ini).',
      en: 'The Page’s token, not a user’s: make a system user with expiration "Never", then take the Page’s token (see this channel’s guide).',
    },
    isSecret: true,
  }),
  pageId: settingField(
    z
      .string()
      .trim()
      .regex(/^\d{5,20}$/, 'Hanya angka / digits only'),
    {
      label: { id: 'ID Halaman', en: 'Page ID' },
      help: {
        id: 'Halaman → Tentang → Transparansi Halaman → ID Halaman.',
        en: 'The Page → About → Page transparency → Page ID.',
      },
    },
  ),
  ...graphSettingFields,
  apiRoot: graphRootField('https://graph.facebook.com'),
});

export type FacebookSettings = z.infer<typeof facebookSettingsSchema>;
