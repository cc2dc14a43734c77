import type { HostedFormField } from '@app/connector-kit';
import { MAX_TEXT_LENGTH } from './web-form.payload.js';
import type { WebFormSettings } from './web-form.settings.js';

const TEXT: HostedFormField = {
  name: 'text',
  kind: 'textarea',
  label: { id: 'Apa yang ingin Anda sampaikan?', en: 'What would you like to tell us?' },
  help: {
    id: 'Ceritakan apa yang terjadi, di mana, dan sejak kapan. Jangan tulis NIK, nomor rekening, atau kata sandi.',
    en: 'Say what happened, where and since when. Do not write ID numbers, bank accounts or passwords.',
  },
  isRequired: true,
  maxLength: MAX_TEXT_LENGTH,
};

const PLACE: HostedFormField = {
  name: 'place',
  kind: 'text',
  label: { id: 'Di mana?', en: 'Where?' },
  help: {
    id: 'Nama jalan, RT, desa, atau tempat terdekat yang dikenal orang.',
    en: 'Street, neighbourhood, village, or a place nearby that people know.',
  },
  isRequired: false,
  maxLength: 300,
};

const POSITION: HostedFormField = {
  name: 'position',
  kind: 'position',
  label: { id: 'Pakai lokasi saya sekarang', en: 'Use my present location' },
  help: {
    id: 'Titik lokasi Anda saat ini ikut dikirim. Tekan hanya bila Anda berada di tempat kejadian.',
    en: 'Your present position is sent along. Use it only if you are at the place you write about.',
  },
  isRequired: false,
};

const PHOTOS: HostedFormField = {
  name: 'photos',
  kind: 'photos',
  label: { id: 'Foto', en: 'Photos' },
  help: {
    id: 'Paling banyak 5 foto (JPG, PNG, atau WebP), masing-masing paling besar 10 MB. Data tersembunyi di dalam foto, seperti lokasi dan jenis HP, kami hapus.',
    en: 'At most 5 photos (JPG, PNG or WebP), each of at most 10 MB. Data hidden in a photo, such as place and phone, is removed.',
  },
  isRequired: false,
  maxCount: 5,
  maxBytes: 10_000_000,
};

const NAME: HostedFormField = {
  name: 'name',
  kind: 'text',
  label: { id: 'Nama Anda', en: 'Your name' },
  isRequired: false,
  maxLength: 100,
  autocomplete: 'name',
};

const PHONE: HostedFormField = {
  name: 'phone',
  kind: 'tel',
  label: { id: 'Nomor HP', en: 'Phone number' },
  help: {
    id: 'Hanya dipakai bila petugas perlu bertanya. Jawaban tetap ada di halaman lacak.',
    en: 'Used only if an officer has a question. The answer itself is on the tracking page.',
  },
  isRequired: false,
  maxLength: 30,
  autocomplete: 'tel',
};

const EMAIL: HostedFormField = {
  name: 'email',
  kind: 'email',
  label: { id: 'Email', en: 'E-mail' },
  isRequired: false,
  maxLength: 254,
  autocomplete: 'email',
};

const ANONYMOUS: HostedFormField = {
  name: 'anonymous',
  kind: 'checkbox',
  label: { id: 'Kirim tanpa nama (anonim)', en: 'Send without my name (anonymous)' },
  help: {
    id: 'Nama, nomor HP, dan email yang Anda isi tidak kami simpan, jadi tidak ada petugas yang dapat melihatnya. Jawaban hanya ada di halaman lacak.',
    en: 'The name, phone number and e-mail filled in above are not kept, so no officer can see them. The answer is on the tracking page only.',
  },
  isRequired: false,
};

const CONFIDENTIAL: HostedFormField = {
  name: 'confidential',
  kind: 'checkbox',
  label: { id: 'Rahasiakan isi laporan (rahasia)', en: 'Keep the report secret (confidential)' },
  help: {
    id: 'Laporan tidak pernah ditampilkan kepada umum dan hanya dibuka oleh pengelola pengaduan dan instansi yang menanganinya. Cocok untuk laporan tentang pungli atau perilaku petugas.',
    en: 'The report is never shown to the public, and is opened only by the complaint desk and the agency that handles it. Meant for reports about bribes or the conduct of officials.',
  },
  isRequired: false,
};

/** The fields of one form, in the order in which the page shows them. */
export function fieldsFor(settings: WebFormSettings): readonly HostedFormField[] {
  return [
    TEXT,
    PLACE,
    POSITION,
    ...(settings.asksPhotos ? [PHOTOS] : []),
    ...(settings.asksName ? [NAME] : []),
    ...(settings.asksContact ? [PHONE, EMAIL] : []),
    ...(settings.asksName || settings.asksContact ? [ANONYMOUS] : []),
    CONFIDENTIAL,
  ];
}
