import { settingField } from '@app/connector-kit';
import { graphRootField, graphSettingFields } from '@app/graph-api';
import { z } from 'zod';

export const instagramSettingsSchema = z.object({
  accessToken: settingField(z.string().trim().min(20).regex(/^\S+$/), {
    label: { id: 'Token akses', en: 'Access token' },
    help: {
      id: 'Token Halaman Facebook yang terhubung dengan akun Instagram ini, tanpa kedaluwarsa (lihat panduan kanal ini).',
      en: 'The token of the Facebook Page that is linked to this Instagram account, without expiration (see this channel’s guide).',
    },
    isSecret: true,
  }),
  accountId: settingField(
    z
      .string()
      .trim()
      .regex(/^\d{5,20}$/, 'Hanya angka / digits only'),
    {
      label: { id: 'ID akun Instagram profesional', en: 'Professional Instagram account ID' },
      help: {
        id: 'Graph API: /<ID Halaman>?fields=instagram_business_account. Bukan nama penggunanya.',
        en: 'Graph API: /<Page ID>?fields=instagram_business_account. Not the username.',
      },
    },
  ),
  pageId: settingField(
    z
      .string()
      .trim()
      .regex(/^\d{5,20}$/, 'Hanya angka / digits only'),
    {
      label: { id: 'ID Halaman Facebook yang terhubung', en: 'ID of the linked Facebook Page' },
      help: {
        id: 'Halaman → Tentang → Transparansi Halaman → ID Halaman. Pesan langsung Instagram berjalan melaluinya.',
        en: 'The Page → About → Page transparency → Page ID. Instagram’s direct messages go through it.',
      },
    },
  ),
  ...graphSettingFields,
  apiRoot: graphRootField('https://graph.facebook.com'),
});

export type InstagramSettings = z.infer<typeof instagramSettingsSchema>;
