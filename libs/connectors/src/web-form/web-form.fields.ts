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
  label: { id: 'Rahasiakan nama saya', en: 'Keep my name confidential' },
  help: {
    id: 'Nama Anda tidak ditampilkan kepada instansi yang menangani.',
    en: 'Your name is not shown to the agency that handles the report.',
  },
  isRequired: false,
};

/** The fields of one form, in the order in which the page shows them. */
export function fieldsFor(settings: WebFormSettings): readonly HostedFormField[] {
  return [
    TEXT,
    PLACE,
    ...(settings.asksName ? [NAME] : []),
    ...(settings.asksContact ? [PHONE, EMAIL] : []),
    ...(settings.asksName || settings.asksContact ? [ANONYMOUS] : []),
  ];
}
