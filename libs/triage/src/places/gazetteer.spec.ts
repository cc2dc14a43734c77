import { expect, it } from '@jest/globals';
import { TINY_GAZETTEER } from '../testing/tiny-gazetteer.js';
import { aliasFault } from './check-alias.js';
import { findPlaces, smallestArea } from './find-places.js';
import type { Gazetteer } from './gazetteer.js';

const areaIn = (text: string, gazetteer: Gazetteer) => smallestArea(findPlaces(text, gazetteer))?.code;

it('finds areas by the beginning of a word of their name, the own and the larger first', () => {
  const codes = (words: string) => TINY_GAZETTEER.search(words, 10).map(({ code }) => code);
  expect(codes('bumi')).toEqual(['64.08.15.2001', '64.03.02.2004']);
  expect(codes('SAMARINDA')).toEqual(['64.72', '33.01.01']);
  expect(codes('jaya')).toEqual(['64.08.15.2001', '64.03.02.2004']);
  expect(codes('umi')).toEqual([]);
  expect(codes('b')).toEqual([]);
});

it('takes more names on top of its own, and one that is no place any more', () => {
  const taught = TINY_GAZETTEER.withAliases([
    { name: 'Kota Lama', codes: ['64.08.09'] },
    { name: 'kutim', codes: [] },
    { name: 'Kaubun', codes: [] },
  ]);
  expect(areaIn('jalan di kota lama rusak', taught)).toBe('64.08.09');
  expect(areaIn('jalan di Kutim rusak', TINY_GAZETTEER)).toBe('64.08');
  expect(findPlaces('jalan di Kutim rusak', taught)).toEqual([]);
  expect(findPlaces('jalan di Kaubun rusak', taught)).toEqual([]);
  expect(areaIn('jalan di Bengalon rusak', taught)).toBe('64.08.09');
});

it('says what is wrong with a name', () => {
  const fault = (name: string, ...codes: string[]) => aliasFault(TINY_GAZETTEER, { name, codes });
  expect(fault('Kota Lama', '64.08.09', '64.08.15')).toBeNull();
  expect(fault('Kutim')).toBeNull();
  expect(fault('Antah')).toBe('no-area');
  expect(fault('Antah', '64.99')).toBe('area-unknown');
  expect(fault('Kecamatan', '64.08.09')).toBe('name-invalid');
  expect(fault('satu dua tiga empat lima enam', '64.08.09')).toBe('name-invalid');
  expect(fault('!?', '64.08.09')).toBe('name-invalid');
  expect(fault('Antah', ...Array.from({ length: 11 }, () => '64.08'))).toBe('areas-too-many');
});
