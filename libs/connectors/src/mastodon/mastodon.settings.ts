import { settingField } from '@app/connector-kit';
import { z } from 'zod';

export const mastodonSettingsSchema = z.object({
  server: settingField(z.url({ protocol: /^https?$/ }), {
    label: { id: 'Alamat server', en: 'Server address' },
    help: {
      id: 'Server tempat akun instansi terdaftar, misalnya https://mastodon.social',
      en: 'The server where the office’s account is registered, for example https://mastodon.social',
    },
  }),
  accessToken: settingField(z.string().trim().min(1).max(500), {
    label: { id: 'Access token', en: 'Access token' },
    help: {
      id: 'Preferences → Development → New application, dengan izin read dan write:statuses.',
      en: 'Preferences → Development → New application, with the scopes read and write:statuses.',
    },
    isSecret: true,
  }),
  pollSeconds: settingField(z.int().min(15).max(86_400).default(60), {
    label: { id: 'Jeda antarpemeriksaan (detik)', en: 'Seconds between checks' },
    isAdvanced: true,
  }),
  watchDays: settingField(z.int().min(0).max(14).default(3), {
    label: {
      id: 'Periksa suntingan dan penghapusan selama (hari)',
      en: 'Check for edits and deletions for (days)',
    },
    help: {
      id: 'Kiriman semuda ini dilihat lagi secara bergiliran. 0 = tidak diperiksa.',
      en: 'Posts this young are looked at again in turn. 0 = never.',
    },
    isAdvanced: true,
  }),
});

export type MastodonSettings = z.infer<typeof mastodonSettingsSchema>;
