import { settingField } from '@app/connector-kit';
import { z } from 'zod';

export const blueskySettingsSchema = z.object({
  identifier: settingField(z.string().trim().min(1).max(250), {
    label: { id: 'Nama akun', en: 'Handle' },
    help: {
      id: 'Tanpa @, misalnya pemkot-contoh.bsky.social',
      en: 'Without @, for example pemkot-contoh.bsky.social',
    },
  }),
  appPassword: settingField(z.string().trim().min(1).max(200), {
    label: { id: 'App password', en: 'App password' },
    help: {
      id: 'Settings → Privacy and security → App passwords. Bukan kata sandi akun.',
      en: 'Settings → Privacy and security → App passwords. Not the password of the account.',
    },
    isSecret: true,
  }),
  pollSeconds: settingField(z.int().min(15).max(86_400).default(60), {
    label: { id: 'Jeda antarpemeriksaan (detik)', en: 'Seconds between checks' },
    isAdvanced: true,
  }),
  service: settingField(z.url({ protocol: /^https?$/ }).default('https://bsky.social'), {
    label: { id: 'Alamat server', en: 'Server address' },
    help: {
      id: 'Ubah hanya bila akun tinggal di PDS sendiri.',
      en: 'Change it only when the account lives on a PDS of its own.',
    },
    isAdvanced: true,
  }),
});

export type BlueskySettings = z.infer<typeof blueskySettingsSchema>;
