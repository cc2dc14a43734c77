import { describe, expect, it } from '@jest/globals';
import { textBands } from './text-bands.js';

const REPORT =
  'Lampu jalan di Gang Melati RT 12 Teluk Lingga mati semua sejak Lebaran, kalau malam gelap sekali dan rawan begal';
const common = (a: string, b: string): number => {
  const bands = new Set(textBands(a));
  return textBands(b).filter((band) => bands.has(band)).length;
};

describe('textBands', () => {
  it('are the same for the same words however they are written', () => {
    expect(textBands(REPORT.replace('jalan', 'jln').replaceAll(' ', '  '))).toEqual(textBands(REPORT));
    expect(textBands(REPORT.toUpperCase())).toEqual(textBands(REPORT));
  });

  it('have some in common for edited texts and none for others', () => {
    expect(
      common(REPORT, `Selamat malam pak, ${REPORT.replace('sejak Lebaran', 'sudah sebulan')}`),
    ).toBeGreaterThan(0);
    expect(
      common(REPORT, 'Puskesmas Bengalon tutup pada jam kerja, pasien menunggu di luar sejak pagi'),
    ).toBe(0);
  });

  it('are signed 32-bit integers, always as many', () => {
    for (const text of [REPORT, 'jalan di sini rusak', REPORT.repeat(200)]) {
      const bands = textBands(text);
      expect(bands).toHaveLength(16);
      for (const band of bands) expect(band).toBe(band | 0);
    }
  });

  it.each(['', '😭😭', 'Selamat pagi pak', 'terima kasih banyak'])(
    '"%s" has none: it is like too many',
    (text) => {
      expect(textBands(text)).toEqual([]);
    },
  );
});
