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
  mode: settingField(z.enum(['polling', 'webhook']).default('polling'), {
    label: { id: 'Cara menerima kiriman', en: 'How posts are received' },
    help: {
      id: 'polling: Wadah yang mengambil, cukup koneksi keluar. webhook: X mengirim seketika, perlu alamat HTTPS publik tanpa nomor port; Rp 83 per kiriman.',
      en: 'polling: Wadah fetches, outgoing access is enough. webhook: X delivers at once, needs a public HTTPS address without a port number; Rp 83 a post.',
    },
  }),
  readsDirectMessages: settingField(z.boolean().default(false), {
    label: { id: 'Terima pesan langsung (DM)', en: 'Receive direct messages' },
    help: {
      id: 'Izin aplikasi harus "Read and write and Direct message" sebelum access token dibuat. Rp 165 per pesan.',
      en: 'The app\'s permission must be "Read and write and Direct message" before the access token is created. Rp 165 a message.',
    },
  }),
  searchQuery: settingField(z.string().trim().max(400).optional(), {
    label: { id: 'Pencarian kata kunci', en: 'Keyword search' },
    help: {
      id: 'Kiriman yang tidak menyebut akun ini, misalnya: (banjir OR "jalan rusak") (Sangatta OR Kutim) lang:in. Rp 83 per kiriman; hanya dapat dijawab langsung di x.com.',
      en: 'Posts that do not mention this account, for example: (banjir OR "jalan rusak") (Sangatta OR Kutim) lang:in. Rp 83 a post; they can only be answered on x.com itself.',
    },
  }),
  deletionCheckDays: settingField(z.int().min(0).max(7).default(2), {
    label: { id: 'Periksa penghapusan selama (hari)', en: 'Check for deletions for (days)' },
    help: {
      id: 'X tidak memberi tahu bila warga menghapus kirimannya. Kiriman semuda ini dilihat lagi sekali sehari (Rp 83 per kiriman) selama anggaran masih longgar. 0 = tidak diperiksa.',
      en: 'X does not tell when a citizen deletes a post. Posts this young are looked at again once a day (Rp 83 a post) while the budget allows. 0 = never.',
    },
    isAdvanced: true,
  }),
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

/** An access token of OAuth 1.0a begins with its account's id. */
export function tokenOwner({ accessToken }: XSettings): string | undefined {
  return /^(\d{1,20})-/.exec(accessToken)?.[1];
}
