import type { Taxonomy } from '../topics/taxonomy.js';

const names = (id: string) => ({ id, en: id });

/** Three groups, an agency each, and one addressee outside. */
export const TINY_TAXONOMY: Taxonomy = {
  code: 'tiny',
  version: '1',
  name: names('Kecil'),
  agencies: [
    { code: 'PUPR', shortName: 'PUPR', name: 'Dinas Pekerjaan Umum' },
    { code: 'DISDIK', shortName: 'Disdik', name: 'Dinas Pendidikan' },
    { code: 'SETDA', shortName: 'Setda', name: 'Sekretariat Daerah' },
  ],
  addressees: [{ code: 'PLN', shortName: 'PLN', name: 'PT PLN', contact: '123' }],
  groups: [
    {
      code: 'jalan',
      name: names('Jalan'),
      topics: [
        {
          code: 'jalan.rusak',
          name: names('Jalan rusak'),
          agency: 'PUPR',
          cues: ['4: jalan .. rusak', '2: lubang|aspal'],
        },
      ],
    },
    {
      code: 'sekolah',
      name: names('Sekolah'),
      topics: [{ code: 'sekolah.sd', name: names('SD'), agency: 'DISDIK', cues: ['3: sekolah, =guru'] }],
    },
    {
      code: 'lainnya',
      name: names('Lainnya'),
      topics: [
        { code: 'lainnya.listrik', name: names('Listrik'), agency: 'PLN', cues: ['5: listrik padam'] },
        { code: 'lainnya.umum', name: names('Umum'), agency: 'SETDA', cues: [] },
      ],
    },
  ],
};
