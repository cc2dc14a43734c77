import type { Taxonomy } from '../topics/taxonomy.js';

const names = (id: string) => ({ id, en: id });

/** Three groups, an agency each, and one addressee outside. */
export const TINY_TAXONOMY: Taxonomy = {
  code: 'tiny',
  version: '1',
  name: names('Kecil'),
  agencies: [
    { code: 'pupr', shortName: 'PUPR', name: 'Dinas Pekerjaan Umum' },
    { code: 'disdik', shortName: 'Disdik', name: 'Dinas Pendidikan' },
    { code: 'setda', shortName: 'Setda', name: 'Sekretariat Daerah' },
  ],
  addressees: [{ code: 'pln', shortName: 'PLN', name: 'PT PLN', contact: '123' }],
  groups: [
    {
      code: 'jalan',
      name: names('Jalan'),
      topics: [
        {
          code: 'jalan.rusak',
          name: names('Jalan rusak'),
          agency: 'pupr',
          cues: ['4: jalan .. rusak', '2: lubang|aspal'],
        },
      ],
    },
    {
      code: 'sekolah',
      name: names('Sekolah'),
      topics: [{ code: 'sekolah.sd', name: names('SD'), agency: 'disdik', cues: ['3: sekolah, =guru'] }],
    },
    {
      code: 'lainnya',
      name: names('Lainnya'),
      topics: [
        { code: 'lainnya.listrik', name: names('Listrik'), agency: 'pln', cues: ['5: listrik padam'] },
        { code: 'lainnya.umum', name: names('Umum'), agency: 'setda', cues: [] },
      ],
    },
  ],
};
