import { describe, expect, it } from '@jest/globals';
import { TINY_GAZETTEER } from '../testing/tiny-gazetteer.js';
import { findPlaces, smallestArea } from './find-places.js';

const find = (text: string) => findPlaces(text, TINY_GAZETTEER);
const areas = (text: string) =>
  find(text)
    .filter(({ kind }) => kind === 'area')
    .map(({ text: name, basis, candidates }) => [name, basis, candidates[0]?.code]);
const spots = (text: string) =>
  find(text)
    .filter(({ kind }) => kind !== 'area')
    .map(({ kind, text: name }) => [kind, name]);

describe('areas in a text', () => {
  it('are told with what they lie in, and where they stand', () => {
    const [place] = find('jln di kec. bengalon hancur');
    expect(place).toMatchObject({
      start: 12,
      end: 20,
      text: 'bengalon',
      basis: 'only-one',
      candidateCount: 1,
    });
    expect(place?.candidates).toEqual([
      {
        code: '64.08.09',
        level: 'district',
        name: 'Bengalon',
        path: 'Bengalon, Kutai Timur, Kalimantan Timur',
      },
    ]);
  });

  it('are our own where a name is not unique, which is said', () => {
    expect(areas('desa Bumi Jaya')).toEqual([['Bumi Jaya', 'home', '64.08.15.2001']]);
    expect(find('desa Bumi Jaya')[0]?.candidateCount).toBe(2);
  });

  it('are others where a parent is named beside them', () => {
    expect(areas('desa Bumi Jaya, Talisayan')).toEqual([
      ['Bumi Jaya', 'parent-named', '64.03.02.2004'],
      ['Talisayan', 'only-one', '64.03.02'],
    ]);
  });

  it('stay open where nothing tells which is meant', () => {
    const [place] = find('warga sangatta');
    expect(place).toMatchObject({ basis: null, candidateCount: 2 });
    expect(smallestArea(find('warga sangatta'))).toBeNull();
  });

  it('are the city rather than a district of that name', () => {
    expect(areas('ke Samarinda')).toEqual([['Samarinda', 'largest', '64.72']]);
  });

  it('are not read out of ordinary words and names of people', () => {
    expect(areas('malang sekali nasib kami, mata air kering, pak suparman')).toEqual([]);
    expect(areas('di Mata Air')).toEqual(
      [['Mata Air', 'home', '64.08.15.2002']].map(([a, , c]) => [a, 'only-one', c]),
    );
    expect(areas('kec karangan')).toEqual([['karangan', 'only-one', '64.08.16']]);
  });

  it('are found by their alias and with apostrophes left out', () => {
    expect(areas('Kutim')).toEqual([['Kutim', 'alias', '64.08']]);
    expect(areas('desa jumat baru')).toEqual([['jumat baru', 'only-one', '64.08.09.2001']]);
  });

  it('are the smallest that is certain, for the report', () => {
    expect(smallestArea(find('Kaltim, Kutim, kec Bengalon'))?.name).toBe('Bengalon');
  });
});

describe('spots in a text', () => {
  it('are streets, lanes, landmarks and neighbourhoods', () => {
    expect(spots('Jl. Yos Sudarso 3 gg delima RT.05/RW 02 depan SDN 003, dekat pasar induk')).toEqual([
      ['street', 'Jl. Yos Sudarso 3'],
      ['street', 'gg delima'],
      ['rt-rw', 'RT.05/RW 02'],
      ['landmark', 'SDN 003'],
      ['landmark', 'pasar induk'],
    ]);
  });

  it('are not the plain words', () => {
    expect(spots('jalan rusak menuju pasar, jalan poros berlubang')).toEqual([]);
  });

  it('keep a district that a street is named after to themselves', () => {
    expect(areas('lubang di Jl. Bengalon')).toEqual([]);
    expect(areas('di Jalan Poros Bengalon')).toEqual([['Bengalon', 'only-one', '64.08.09']]);
  });

  it('are coordinates in Indonesia, of maps and by hand', () => {
    const [first, second, ...others] = find(
      `https://maps.google.com/?q=0.51234,117.60001 atau 0°30'36"S 117°36'0"E, 52.1234, 13.4567`,
    );
    expect(first).toMatchObject({ kind: 'coordinates', latitude: 0.51234, longitude: 117.60001 });
    expect(second).toMatchObject({ latitude: -0.51, longitude: 117.6 });
    expect(others).toEqual([]);
  });
});
