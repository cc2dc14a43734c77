import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { runSimilar } from './run-similar.js';

describe('runSimilar', () => {
  it('answers every pair in order, with an error in place of a line it cannot read', async () => {
    const output = new PassThrough();
    const lines = [
      { a: 'Lampu jalan di Gang Melati mati', b: 'lampu JLN di gang melati mati' },
      { a: 'Lampu jalan di Gang Melati mati', b: 'Air keruh di Bengalon' },
      { a: 'Lampu mati' },
    ];
    const input = Readable.from([lines.map((line) => JSON.stringify(line)).join('\n')]);
    expect(await runSimilar(input, output)).toBe(1);
    const said = String(output.read()).trim().split('\n');
    expect(said.map((line): unknown => JSON.parse(line))).toEqual([
      { duplicate: true, score: 1, reasons: ['kata-kata sama, ejaan atau tanda bacanya lain'] },
      { duplicate: false, score: 0, reasons: [] },
      { error: 'baris 3: "a" dan "b" harus ada dan berupa teks' },
    ]);
  });
});
