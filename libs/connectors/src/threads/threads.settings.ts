import { settingField } from '@app/connector-kit';
import { apiVersionField, appSecretValue, graphRootField, verifyTokenValue } from '@app/graph-api';
import { z } from 'zod';

export const threadsSettingsSchema = z.object({
  accessToken: settingField(z.string().trim().min(20).regex(/^\S+$/), {
    label: { id: 'Token akses', en: 'Access token' },
    help: {
      id: 'Token pengguna Threads berumur panjang (lihat panduan kanal ini). Wadah memperpanjangnya sendiri sebelum habis.',
      en: 'A long-lived Threads user token (see this channel’s guide). Wadah prolongs it by itself before it ends.',
    },
    isSecret: true,
  }),
  appSecret: settingField(appSecretValue, {
    label: { id: 'Kunci rahasia aplikasi Threads', en: 'Threads app secret' },
    help: {
      id: 'developers.facebook.com → aplikasi Anda → App settings → Basic → Threads app secret. Bukan “App secret”.',
      en: 'developers.facebook.com → your app → App settings → Basic → Threads app secret. Not the “App secret”.',
    },
    isSecret: true,
  }),
  receive: settingField(z.enum(['polling', 'webhook']).default('polling'), {
    label: { id: 'Cara menerima', en: 'How messages arrive' },
    help: {
      id: 'polling: Wadah bertanya secara berkala, tanpa tinjauan Meta untuk balasan pada kiriman sendiri. webhook: seketika, tetapi perlu Advanced Access.',
      en: 'polling: Wadah asks at intervals, without a review by Meta for replies to your own posts. webhook: at once, but needs Advanced Access.',
    },
  }),
  verifyToken: settingField(verifyTokenValue, {
    label: { id: 'Token verifikasi webhook', en: 'Webhook verify token' },
    help: {
      id: 'Hanya untuk webhook: karang sebuah kata, dan tulis kata yang sama di dasbor Meta.',
      en: 'For the webhook only: make up a word, and write the same one in Meta’s dashboard.',
    },
    isSecret: true,
    isAdvanced: true,
  }),
  pollSeconds: settingField(z.int().min(60).max(86_400).default(180), {
    label: { id: 'Jeda antarpemeriksaan (detik)', en: 'Seconds between checks' },
    isAdvanced: true,
  }),
  apiVersion: apiVersionField('Threads API', 'v1.0'),
  apiRoot: graphRootField('https://graph.threads.net'),
});

export type ThreadsSettings = z.infer<typeof threadsSettingsSchema>;
