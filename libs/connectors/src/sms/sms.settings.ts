import { monthlyBudgetField, settingField } from '@app/connector-kit';
import { z } from 'zod';
import { DEFAULT_ALPHABETS } from './sms.data-coding.js';

const text = () => z.string().trim();
const whole = (min: number, max: number) => z.number().int().min(min).max(max);

const fields = z.object({
  mode: settingField(z.enum(['kannel', 'smpp']).default('kannel'), {
    label: { id: 'Cara tersambung', en: 'How it connects' },
    help: {
      id: 'smpp: langsung ke SMSC operator. kannel: lewat Kannel (HTTP) yang sudah Anda jalankan.',
      en: 'smpp: straight to the operator’s SMSC. kannel: through a Kannel (HTTP) that you run already.',
    },
  }),
  shortCode: settingField(text().min(1).max(20), {
    label: { id: 'Nomor pendek', en: 'Short code' },
    help: { id: 'Pengirim jawaban, misalnya 1708.', en: 'Sender of the answers, e.g. 1708.' },
  }),
  keywords: settingField(text().max(200).default(''), {
    label: { id: 'Kata kunci', en: 'Keyword' },
    help: {
      id: 'Misalnya KUTIM; dipisah koma bila beberapa. Dilepas dari awal pesan; pesan tanpa kata ini tetap diterima.',
      en: 'e.g. KUTIM; several separated by commas. Taken off the text; messages without it come in all the same.',
    },
  }),
  pricePerPart: settingField(z.number().min(0).max(100_000).default(0), {
    label: { id: 'Biaya per SMS (rupiah)', en: 'Price of one SMS (rupiah)' },
    help: {
      id: 'Per bagian: jawaban panjang terdiri dari beberapa SMS. Ditampilkan saat petugas menulis.',
      en: 'Of each part: a long answer is several SMS. Shown while an officer writes.',
    },
  }),
  monthlyBudgetRupiah: monthlyBudgetField(0),
  messagesPerSecond: settingField(z.number().min(0.1).max(1000).default(5), {
    label: { id: 'Paling banyak SMS per detik', en: 'At most so many SMS a second' },
    help: { id: 'Menurut kontrak dengan operator.', en: 'By your contract with the operator.' },
  }),

  kannelUrl: settingField(z.url({ protocol: /^https?$/ }).optional(), {
    label: { id: 'Kannel: alamat sendsms', en: 'Kannel: address of sendsms' },
    help: {
      id: 'Misalnya http://127.0.0.1:13013/cgi-bin/sendsms',
      en: 'e.g. http://127.0.0.1:13013/cgi-bin/sendsms',
    },
  }),
  kannelUser: settingField(text().optional(), {
    label: { id: 'Kannel: pengguna sendsms', en: 'Kannel: sendsms user' },
  }),
  kannelPassword: settingField(z.string().optional(), {
    label: { id: 'Kannel: sandi sendsms', en: 'Kannel: sendsms password' },
    isSecret: true,
  }),
  webhookSecret: settingField(
    z
      .string()
      .regex(/^[A-Za-z0-9_-]{16,200}$/, '16–200 × A–Z a–z 0–9 _ -')
      .optional(),
    {
      label: { id: 'Kannel: rahasia webhook', en: 'Kannel: webhook secret' },
      help: {
        id: 'Buat sendiri (openssl rand -hex 24) dan tulis yang sama di get-url Kannel: …?secret=…',
        en: 'Make one (openssl rand -hex 24) and write the same into Kannel’s get-url: …?secret=…',
      },
      isSecret: true,
    },
  ),
  callbackUrl: settingField(z.url({ protocol: /^https?$/ }).optional(), {
    label: { id: 'Kannel: alamat webhook ini', en: 'Kannel: address of this webhook' },
    help: {
      id: 'Tampil di koneksi ini setelah disimpan. Isi agar Kannel melapor bila jawaban sampai.',
      en: 'Shown on this connection once it is saved. With it Kannel reports when an answer has arrived.',
    },
  }),
  kannelStatusUrl: settingField(z.url({ protocol: /^https?$/ }).optional(), {
    label: { id: 'Kannel: alamat halaman status', en: 'Kannel: address of the status page' },
    help: {
      id: 'Misalnya http://127.0.0.1:13000/status.xml. Tanpa ini, putusnya Kannel dari operator tidak terlihat.',
      en: 'e.g. http://127.0.0.1:13000/status.xml. Without it Wadah cannot see Kannel lose the operator.',
    },
  }),
  kannelStatusPassword: settingField(z.string().optional(), {
    label: { id: 'Kannel: sandi halaman status', en: 'Kannel: status password' },
    isSecret: true,
  }),

  smppHost: settingField(text().optional(), {
    label: { id: 'SMPP: host', en: 'SMPP: host' },
  }),
  smppPort: settingField(whole(1, 65_535).default(2775), {
    label: { id: 'SMPP: port', en: 'SMPP: port' },
  }),
  smppTls: settingField(z.boolean().default(false), {
    label: { id: 'SMPP: lewat TLS', en: 'SMPP: over TLS' },
  }),
  smppUser: settingField(text().max(64).optional(), {
    label: { id: 'SMPP: system_id', en: 'SMPP: system_id' },
  }),
  smppPassword: settingField(z.string().max(64).optional(), {
    label: { id: 'SMPP: sandi', en: 'SMPP: password' },
    isSecret: true,
  }),
  smppBind: settingField(z.enum(['transceiver', 'separate']).default('transceiver'), {
    label: { id: 'SMPP: cara bind', en: 'SMPP: how to bind' },
    help: {
      id: 'transceiver: satu sambungan untuk dua arah. separate: receiver dan transmitter sendiri-sendiri, bila operator memintanya.',
      en: 'transceiver: one connection for both directions. separate: a receiver and a transmitter, where the operator asks for it.',
    },
    isAdvanced: true,
  }),
  smppSystemType: settingField(text().max(12).default(''), {
    label: { id: 'SMPP: system_type', en: 'SMPP: system_type' },
    isAdvanced: true,
  }),
  smppSourceTon: settingField(whole(0, 7).default(0), {
    label: { id: 'SMPP: TON nomor pendek', en: 'SMPP: TON of the short code' },
    isAdvanced: true,
  }),
  smppSourceNpi: settingField(whole(0, 18).default(1), {
    label: { id: 'SMPP: NPI nomor pendek', en: 'SMPP: NPI of the short code' },
    isAdvanced: true,
  }),
  smppAlphabet: settingField(z.enum(DEFAULT_ALPHABETS).default('gsm7'), {
    label: { id: 'SMPP: alfabet baku SMSC', en: 'SMPP: the SMSC’s default alphabet' },
    help: {
      id: 'Pilih latin1 bila @ dan _ tampil sebagai huruf lain.',
      en: 'Choose latin1 when @ and _ come as other letters.',
    },
    isAdvanced: true,
  }),
  smppMessageIds: settingField(z.enum(['same', 'hex-when-sent', 'hex-in-receipt']).default('same'), {
    label: { id: 'SMPP: bentuk nomor pesan', en: 'SMPP: form of message ids' },
    help: {
      id: 'Sebagian SMSC menulis nomor yang sama heksadesimal di satu tempat dan desimal di tempat lain; ubah bila laporan terkirim tidak pernah cocok.',
      en: 'Some SMSCs write the same id in hex in one place and in decimal in the other; change it when receipts never match.',
    },
    isAdvanced: true,
  }),
  smppEnquireSeconds: settingField(whole(1, 300).default(20), {
    label: { id: 'SMPP: jeda enquire_link (detik)', en: 'SMPP: pause between enquire_link (seconds)' },
    isAdvanced: true,
  }),
  smppJoinSeconds: settingField(whole(1, 3600).default(180), {
    label: { id: 'SMPP: tunggu bagian SMS (detik)', en: 'SMPP: wait for parts (seconds)' },
    help: {
      id: 'Setelah itu SMS panjang ditampilkan dengan tanda di bagian yang tidak sampai.',
      en: 'After that a long SMS is shown with a mark where a part is missing.',
    },
    isAdvanced: true,
  }),
});

const NEEDED = {
  kannel: ['kannelUrl', 'kannelUser', 'kannelPassword', 'webhookSecret'],
  smpp: ['smppHost', 'smppUser', 'smppPassword'],
} as const;

export const smsSettingsSchema = fields.superRefine((settings, context) => {
  for (const name of NEEDED[settings.mode]) {
    if (settings[name]) continue;
    const message = `Wajib untuk ${settings.mode} / required for ${settings.mode}`;
    context.addIssue({ code: 'custom', path: [name], message });
  }
});

export type SmsSettings = z.infer<typeof smsSettingsSchema>;
