import { settingField } from '@app/connector-kit';
import { z } from 'zod';

export const telegramSettingsSchema = z.object({
  botToken: settingField(
    z
      .string()
      .trim()
      .regex(/^\d+:[A-Za-z0-9_-]+$/, 'Bukan token bot / not a bot token (123456789:AA…)'),
    {
      label: { id: 'Token bot', en: 'Bot token' },
      help: {
        id: 'Telegram → @BotFather → /newbot (bot baru) atau /token (bot yang sudah ada).',
        en: 'Telegram → @BotFather → /newbot (a new bot) or /token (an existing one).',
      },
      isSecret: true,
    },
  ),
  mode: settingField(z.enum(['polling', 'webhook']).default('polling'), {
    label: { id: 'Cara menerima pesan', en: 'How messages are received' },
    help: {
      id: 'polling: Wadah yang mengambil, cukup koneksi keluar. webhook: Telegram yang mengirim, perlu alamat HTTPS publik.',
      en: 'polling: Wadah fetches, outgoing access is enough. webhook: Telegram delivers, needs a public HTTPS address.',
    },
  }),
  webhookSecret: settingField(
    z
      .string()
      .regex(/^[A-Za-z0-9_-]{16,256}$/, '16–256 × A–Z a–z 0–9 _ -')
      .optional(),
    {
      label: { id: 'Rahasia webhook', en: 'Webhook secret' },
      help: {
        id: 'Kosongkan: Wadah yang membuat. Membuktikan bahwa kiriman berasal dari Telegram.',
        en: 'Leave empty: Wadah makes one. It proves that a delivery comes from Telegram.',
      },
      isSecret: true,
      isGenerated: true,
      isAdvanced: true,
    },
  ),
  apiRoot: settingField(z.url({ protocol: /^https?$/ }).default('https://api.telegram.org'), {
    label: { id: 'Alamat Bot API', en: 'Bot API address' },
    help: {
      id: 'Ubah hanya bila Anda menjalankan server Bot API sendiri.',
      en: 'Change it only when you run a Bot API server of your own.',
    },
    isAdvanced: true,
  }),
});

export type TelegramSettings = z.infer<typeof telegramSettingsSchema>;
