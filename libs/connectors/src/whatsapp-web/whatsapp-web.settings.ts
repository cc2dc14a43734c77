import { settingField } from '@app/connector-kit';
import { z } from 'zod';

export const whatsappWebSettingsSchema = z.object({
  acceptsRisk: settingField(z.boolean().default(false), {
    label: {
      id: 'Saya paham: WhatsApp dapat memblokir nomor ini selamanya',
      en: 'I understand: WhatsApp may block this number for good',
    },
    help: {
      id: 'Kanal ini tidak resmi dan melanggar ketentuan WhatsApp. Pakailah nomor tersendiri. Selama tidak dicentang, kanal ini tidak berjalan. Jalur yang dianjurkan: WhatsApp Cloud API.',
      en: 'This channel is unofficial and against WhatsApp’s terms. Use a number of its own. While this is off, the channel does not run. The recommended way: WhatsApp Cloud API.',
    },
  }),
  phoneNumber: settingField(
    z
      .string()
      .trim()
      .transform((text) => text.replace(/[\s+()-]/g, ''))
      .pipe(
        z.string().regex(/^[1-9]\d{7,14}$/, 'Nomor dengan kode negara / number with country code (62811…)'),
      )
      .optional(),
    {
      label: { id: 'Nomor telepon (untuk kode tautan)', en: 'Phone number (to link with a code)' },
      help: {
        id: 'Kosongkan untuk menautkan dengan kode QR. Diisi (62811…): muncul kode delapan huruf untuk diketik di ponsel.',
        en: 'Leave empty to link with a QR code. Filled in (62811…): a code of eight letters appears, to be typed into the phone.',
      },
    },
  ),
  takesGroups: settingField(z.boolean().default(true), {
    label: { id: 'Terima pesan grup', en: 'Receive messages of groups' },
    help: {
      id: 'Jawaban di grup terbaca oleh semua anggotanya.',
      en: 'Answers in a group can be read by all its members.',
    },
  }),
  secondsBetweenAnswers: settingField(z.number().int().min(2).max(600).default(8), {
    label: { id: 'Jeda antarjawaban (detik)', en: 'Pause between answers (seconds)' },
    help: {
      id: 'Rata-rata; setiap jeda dibuat sedikit berbeda. Pengiriman cepat menaikkan risiko blokir.',
      en: 'On average; each pause differs a little. Fast sending raises the risk of being blocked.',
    },
    isAdvanced: true,
  }),
  answersPerDay: settingField(z.number().int().min(1).max(2_000).default(150), {
    label: { id: 'Batas jawaban per hari', en: 'Answers a day at most' },
    help: {
      id: 'Jawaban di atas batas ini menunggu giliran.',
      en: 'Answers above this wait for their turn.',
    },
    isAdvanced: true,
  }),
  historyDays: settingField(z.number().int().min(0).max(30).default(0), {
    label: { id: 'Ambil pesan lama (hari)', en: 'Take earlier messages (days)' },
    help: {
      id: 'Saat pertama ditautkan. 0: hanya pesan sejak saat itu.',
      en: 'When it is linked for the first time. 0: only messages from then on.',
    },
    isAdvanced: true,
  }),
});

export type WhatsappWebSettings = z.infer<typeof whatsappWebSettingsSchema>;
