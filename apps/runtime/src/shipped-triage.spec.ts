import { createFactFinder, findPlaces } from '@app/triage';
import { describe, expect, it } from '@jest/globals';
import { shippedGazetteer, shippedPlaceNames, shippedTaxonomy, TAXONOMY_SETS } from './shipped-triage.js';

const places = shippedPlaceNames('kutai-timur');
const gazetteer = shippedGazetteer(places);
const findFacts = createFactFinder(shippedTaxonomy('kutai-timur'), gazetteer);

describe('what ships for Kutai Timur', () => {
  it.each([
    ['listrik padam terus sejak magrib', 'PLN'],
    ['lampu merah simpang empat mati', 'DISHUB'],
    ['Jalan nasional arah Bontang hancur', 'BBPJN'],
    ['jembatan provinsi retak', 'PUPR-PROV'],
    ['motor saya hilang dicuri maling', 'POLRI'],
    ['iuran bpjs kesehatan tidak bisa dibayar', 'BPJS-KES'],
    ['sertipikat tanah belum keluar dari BPN', 'BPN'],
    ['pajak kendaraan bisa bayar di mana', 'SAMSAT'],
    ['SPBU antre bbm panjang', 'PERTAMINA'],
    ['guru SMAN 1 sering kosong', 'DISDIK-PROV'],
    ['debu tambang batu bara masuk rumah', 'ESDM'],
  ])('"%s" is for %s', (text, addressee) => {
    const { agency, jurisdiction } = findFacts(text);
    expect(agency).toBe(addressee);
    expect(jurisdiction).toBe(addressee === 'DISHUB' ? 'ours' : 'not-ours');
  });

  it.each([
    ['air pdam keruh', 'airminum', 'PDAM'],
    ['mohon pemangkasan pohon depan rumah', 'lingkungan_hidup', 'DLH'],
    ['lowongan kerja untuk warga lokal', 'tenaga_kerja', 'DISNAKERTRANS'],
    ['cetak KTP blangko kosong', 'dukcapil', 'DUKCAPIL'],
    ['gorong-gorong tersumbat, banjir tiap hujan', 'pekerjaan_umum', 'PUPR'],
  ])('"%s" is %s, for %s', (text, group, agency) => {
    const facts = findFacts(text);
    expect([facts.topic.group, facts.agency]).toEqual([group, agency]);
  });

  it('knows the places of all Indonesia', () => {
    expect(findPlaces('Desa Sepaso Timur', gazetteer)[0]?.candidates[0]?.path).toBe(
      'Sepaso Timur, Bengalon, Kutai Timur, Kalimantan Timur',
    );
  });

  it('takes every alias for a place that there is', () => {
    const lost = places.aliases.filter(({ codes }) => codes.some((code) => gazetteer.area(code) === null));
    expect(lost).toEqual([]);
  });
});

it.each(TAXONOMY_SETS)('the set %s maps every topic to somebody', (set) => {
  expect(shippedTaxonomy(set).groups.length).toBe(22);
});
