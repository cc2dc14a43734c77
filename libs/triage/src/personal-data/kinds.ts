/** What is masked. `nik` also stands for sixteen digits that may be a family card's (same form), `address` for a house number. */
export const PERSONAL_DATA_KINDS = [
  'nik',
  'kk',
  'npwp',
  'nip',
  'phone',
  'email',
  'plate',
  'bank-account',
  'pln',
  'pdam',
  'bpjs',
  'passport',
  'driving-licence',
  'address',
] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

/** Where personal data stands in a text. UTF-16 offsets, end exclusive. Never holds the data itself. */
export interface PersonalDataSpan {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
}

/** What a placeholder says: "[NIK 1]". */
export const PLACEHOLDER_NAMES: Readonly<Record<PersonalDataKind, string>> = {
  nik: 'NIK',
  kk: 'KK',
  npwp: 'NPWP',
  nip: 'NIP',
  phone: 'TELEPON',
  email: 'SUREL',
  plate: 'PLAT',
  'bank-account': 'REKENING',
  pln: 'ID PLN',
  pdam: 'ID PDAM',
  bpjs: 'BPJS',
  passport: 'PASPOR',
  'driving-licence': 'SIM',
  address: 'NOMOR RUMAH',
};
