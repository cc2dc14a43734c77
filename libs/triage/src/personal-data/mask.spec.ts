import { describe, expect, it } from '@jest/globals';
import { findPersonalData } from './find-personal-data.js';
import { createMasker, maskPersonalData } from './mask.js';

const kinds = (text: string) => findPersonalData(text).map(({ kind }) => kind);

describe('personal data', () => {
  it.each([
    ['NIK 6408044505909999', 'NIK [NIK 1]'],
    ['6408 0445 0590 9999 itu saya', '[NIK 1] itu saya'],
    ['nik saya 640804450590999', 'nik saya [NIK 1]'],
    ['No KK: 6408041001209999', 'No KK: [KK 1]'],
    ['12.345.678.9-012.345', '[NPWP 1]'],
    ['hp +62 812-9999-0001', 'hp [TELEPON 1]'],
    ['(+62) 81299990001', '[TELEPON 1]'],
    ['wa.me/6281299990001', 'wa.me/[TELEPON 1]'],
    ['kantor (0549) 23456', 'kantor [TELEPON 1]'],
    ['nama.saya@mail.go.id atau nama at gmail dot com', '[SUREL 1] atau [SUREL 2]'],
    ['truk KT 1234 AB ngebut', 'truk [PLAT 1] ngebut'],
    ['rek BRI 012301001234567 a.n. Budi', 'rek BRI [REKENING 1] a.n. Budi'],
    ['1234567890 (BCA a.n. Sari)', '[REKENING 1] (BCA a.n. Sari)'],
    ['idpel 512345678901 padam', 'idpel [ID PLN 1] padam'],
    ['nomor pelanggan pdam 3074064', 'nomor pelanggan pdam [ID PDAM 1]'],
    ['BPJS 0001234567890', 'BPJS [BPJS 1]'],
    ['NIP 198001012005011001', 'NIP [NIP 1]'],
    ['paspor X1234567', 'paspor [PASPOR 1]'],
    ['Jl. Mawar No. 12A RT 3', 'Jl. Mawar [NOMOR RUMAH 1] RT 3'],
  ])('"%s" becomes "%s"', (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  it.each([
    'Rp 1.500.000 atau 500 rb, 081234567 rupiah',
    'tiket ADF-2347 tanggal 08-12-2024 jam 10.30-12.00',
    'laporan 20241126103000',
    'RT 12 RW 05, jl 5 km, blok B 12 A',
    'telepon 112 atau SMS 1708',
    'lubang di 0.51234,117.60001',
    '6408041335909999 tanpa tanggal yang sah',
    'UU 25/2009 pasal 36',
  ])('"%s" holds none', (text) => {
    expect(maskPersonalData(text)).toBe(text);
  });

  it('takes a meter for a meter, though it looks like a telephone', () => {
    expect(kinds('token listrik idpel 081299990001')).toEqual(['pln']);
  });

  it('gives the same thing the same placeholder, however written, over all texts of a matter', () => {
    const mask = createMasker();
    expect(mask('hp 0812 9999 0001 dan 081299990002').text).toBe('hp [TELEPON 1] dan [TELEPON 2]');
    expect(mask('ulang: +6281299990002').text).toBe('ulang: [TELEPON 2]');
  });

  it('hides a number again where nothing beside it tells what it is', () => {
    expect(maskPersonalData('rekening 1234567890 ya. Sekali lagi ya 1234567890')).toBe(
      'rekening [REKENING 1] ya. Sekali lagi ya [REKENING 1]',
    );
  });

  it('tells where everything else went', () => {
    const original = 'hp 081299990001 ya, lampu mati';
    const { text, placeOf } = createMasker()(original);
    const moved = (word: string) => {
      const { start, end } = placeOf(original.indexOf(word), original.indexOf(word) + word.length);
      return text.slice(start, end);
    };
    expect([moved('lampu'), moved('hp'), moved('9999')]).toEqual(['lampu', 'hp', '[TELEPON 1]']);
  });

  it('tells where the placeholders stand', () => {
    const { text, spans } = createMasker()('hp 081299990001 ya');
    expect(spans.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['phone', '[TELEPON 1]'],
    ]);
  });
});
