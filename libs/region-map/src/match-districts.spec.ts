import { describe, expect, it } from '@jest/globals';
import { Gazetteer } from '@app/triage';
import { matchDistricts } from './match-districts.js';

const gazetteer = new Gazetteer({
  files: {
    province: 'code,name\n64,KALIMANTAN TIMUR\n',
    regency: 'code,province_code,name\n64.03,64,KABUPATEN BERAU\n64.08,64,KABUPATEN KUTAI TIMUR\n',
    district:
      'code,regency_code,name\n64.03.02,64.03,Talisayan\n64.08.09,64.08,Bengalon\n64.08.15,64.08,Kaubun\n',
    village: 'code,district_code,name\n64.08.09.2001,64.08.09,Sepaso\n',
  },
  home: '64.08',
  aliases: [],
  ordinaryWords: new Set(),
});
const SQUARE = [
  [
    [117, 0],
    [118, 0],
    [118, 1],
    [117, 0],
  ],
] as const;
const match = (...properties: Record<string, unknown>[]) =>
  matchDistricts(
    properties.map((one) => ({ properties: one, polygons: [SQUARE] })),
    gazetteer,
  ).map(({ code, name, polygons }) => [code, name, polygons.length]);

describe('a shape of an outline', () => {
  it.each([
    ['the name in the column of the mapping agency', { WADMKC: 'KAUBUN', WADMKD: 'Bengalon' }],
    ['a name with its level', { Nama_Kec: 'Kec. Kaubun' }],
    ['the code of the ministry', { KDCPUM: '64.08.15', NAMOBJ: 'Bukit Kaubun' }],
    ['the code of one of its villages', { kode: '64.08.15.2002' }],
    ['the code without dots', { kode: 640815 }],
  ])('is known by %s', (_, properties) => {
    expect(match(properties)).toEqual([['64.08.15', 'Kaubun', 1]]);
  });

  it('is one with others of the same district', () => {
    const villages = ['Sepaso', 'Sepaso Barat'].map((WADMKD) => ({ WADMKD, WADMKC: 'Bengalon' }));
    expect(match(...villages, { WADMKC: 'Kaubun' })).toEqual([
      ['64.08.09', 'Bengalon', 2],
      ['64.08.15', 'Kaubun', 1],
    ]);
  });

  it('of another region stays without a code, and a file of nothing else is refused', () => {
    const other = { WADMKC: 'Talisayan', kode: '64.03.02' };
    expect(match({ WADMKC: 'Kaubun' }, other)).toEqual([
      ['64.08.15', 'Kaubun', 1],
      [null, 'Talisayan', 1],
    ]);
    expect(() => match(other)).toThrow('No shape carries the name or code of a district');
  });
});
