import { monthlyBudgetField, settingField } from '@app/connector-kit';
import { z } from 'zod';

const secret = (name: { id: string; en: string }, help: { id: string; en: string }) =>
  settingField(z.string().trim().min(1).max(500), { label: name, help, isSecret: true });

/** OAuth 1.0a user context: the account itself reads its mentions and answers, and its tokens do not expire. */
export const xSettingsSchema = z.object({
  apiKey: secret(
    { id: 'API key', en: 'API key' },
    {
      id: 'console.x.com → aplikasi Anda → Keys and tokens → Consumer Keys.',
      en: 'console.x.com → your app → Keys and tokens → Consumer Keys.',
    },
  ),
  apiSecret: secret(
    { id: 'API secret', en: 'API secret' },
    { id: 'Tampil satu kali, bersama API key.', en: 'Shown once, together with the API key.' },
  ),
  accessToken: secret(
    { id: 'Access token', en: 'Access token' },
    {
      id: 'Buat setelah izin aplikasi diubah menjadi "Read and write".',
      en: 'Create it after the app\'s permission is set to "Read and write".',
    },
  ),
  accessSecret: secret(
    { id: 'Access token secret', en: 'Access token secret' },
    { id: 'Tampil satu kali, bersama access token.', en: 'Shown once, together with the access token.' },
  ),
  pollSeconds: settingField(z.int().min(15).max(86_400).default(90), {
    label: { id: 'Jeda antarpemeriksaan (detik)', en: 'Seconds between checks' },
    help: {
      id: 'Membaca lebih sering tidak lebih mahal: X menagih per kiriman, bukan per permintaan.',
      en: 'Checking more often does not cost more: X charges per post, not per request.',
    },
  }),
  monthlyBudgetRupiah: monthlyBudgetField(500_000),
  rupiahPerUsd: settingField(z.number().positive().default(16_500), {
    label: { id: 'Kurs (rupiah per dolar AS)', en: 'Exchange rate (rupiah per US dollar)' },
    isAdvanced: true,
  }),
  endpoint: settingField(
    z
      .string()
      .regex(/^http:\/\/(127\.0\.0\.1|localhost):\d{1,5}\/?$/, 'http://127.0.0.1:<port>')
      .optional(),
    {
      label: { id: 'Alamat server uji', en: 'Test server address' },
      help: {
        id: 'Kosongkan. Hanya untuk uji coba: API X tiruan di mesin ini.',
        en: 'Leave empty. Only for trials: a double of the X API on this machine.',
      },
      isAdvanced: true,
    },
  ),
});

export type XSettings = z.infer<typeof xSettingsSchema>;
