import { createFactFinder, findPlaces } from '@app/triage';
import { describe, expect, it } from '@jest/globals';
import { shippedGazetteer, shippedPlaceNames, shippedTaxonomy, TAXONOMY_SETS } from './shipped-triage.js';

const places = shippedPlaceNames('kutai-timur');
const gazetteer = shippedGazetteer(places);
const findFacts = createFactFinder(shippedTaxonomy('kutai-timur'), gazetteer);

describe('what ships for Kutai Timur', () => {
  it.each([
    ['listrik padam terus sejak magrib', 'pln'],
    ['lampu merah simpang empat mati', 'dishub'],
    ['Jalan nasional arah Bontang hancur', 'bbpjn'],
    ['jembatan provinsi retak', 'pupr-prov'],
    ['motor saya hilang dicuri maling', 'polri'],
    ['iuran bpjs kesehatan tidak bisa dibayar', 'bpjs-kes'],
    ['sertipikat tanah belum keluar dari BPN', 'bpn'],
    ['pajak kendaraan bisa bayar di mana', 'samsat'],
    ['SPBU antre bbm panjang', 'pertamina'],
    ['guru SMAN 1 sering kosong', 'disdik-prov'],
    ['debu tambang batu bara masuk rumah', 'esdm'],
  ])('"%s" is for %s', (text, addressee) => {
    const { agency, jurisdiction } = findFacts(text);
    expect(agency).toBe(addressee);
    expect(jurisdiction).toBe(addressee === 'dishub' ? 'ours' : 'not-ours');
  });

  it.each([
    ['air pdam keruh', 'airminum', 'pdam'],
    ['mohon pemangkasan pohon depan rumah', 'lingkungan_hidup', 'dlh'],
    ['lowongan kerja untuk warga lokal', 'tenaga_kerja', 'disnakertrans'],
    ['cetak KTP blangko kosong', 'dukcapil', 'dukcapil'],
    ['gorong-gorong tersumbat, banjir tiap hujan', 'pekerjaan_umum', 'pupr'],
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
