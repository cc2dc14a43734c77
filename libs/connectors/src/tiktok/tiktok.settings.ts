import { settingField } from '@app/connector-kit';
import { z } from 'zod';

export const tiktokSettingsSchema = z.object({
  appId: settingField(
    z
      .string()
      .trim()
      .regex(/^\d{5,30}$/, 'Hanya angka / digits only'),
    {
      label: { id: 'ID aplikasi', en: 'App ID' },
      help: {
        id: 'business-api.tiktok.com → My Apps → aplikasi Anda → App ID.',
        en: 'business-api.tiktok.com → My Apps → your app → App ID.',
      },
    },
  ),
  appSecret: settingField(z.string().trim().min(16).regex(/^\S+$/), {
    label: { id: 'Kunci rahasia aplikasi', en: 'App secret' },
    help: {
      id: 'Di halaman yang sama: Secret. Membuktikan bahwa kiriman berasal dari TikTok.',
      en: 'On the same page: Secret. It proves that a delivery comes from TikTok.',
    },
    isSecret: true,
  }),
  businessId: settingField(
    z
      .string()
      .trim()
      .min(5)
      .regex(/^[\w-]+$/),
    {
      label: { id: 'ID akun bisnis (open_id)', en: 'Business account ID (open_id)' },
      help: {
        id: 'Diberikan bersama token ketika akun mengizinkan aplikasi (lihat panduan kanal ini).',
        en: 'Comes with the token when the account allows the app (see this channel’s guide).',
      },
    },
  ),
  refreshToken: settingField(z.string().trim().min(16).regex(/^\S+$/), {
    label: { id: 'Token penyegar (refresh token)', en: 'Refresh token' },
    help: {
      id: 'Berlaku setahun. Wadah membuat token akses darinya, dan menyimpan penggantinya sendiri.',
      en: 'Valid for a year. Wadah makes access tokens of it, and keeps its successors by itself.',
    },
    isSecret: true,
  }),
  apiRoot: settingField(
    z.url({ protocol: /^https?$/ }).default('https://business-api.tiktok.com/open_api/v1.3'),
    {
      label: { id: 'Alamat API TikTok', en: 'TikTok API address' },
      help: {
        id: 'Ubah hanya bila lalu lintas keluar harus melalui perantara.',
        en: 'Change it only when outgoing traffic must go through a relay.',
      },
      isAdvanced: true,
    },
  ),
});

export type TiktokSettings = z.infer<typeof tiktokSettingsSchema>;
