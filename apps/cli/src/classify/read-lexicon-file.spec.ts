import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_SET, shippedTriage } from '../../../runtime/src/shipped-triage.js';
import { readLexiconFile } from './read-lexicon-file.js';
import { runClassify } from './run-classify.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wadah-lexicon-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function read(csv: string) {
  const file = join(folder, 'kamus.csv');
  await writeFile(file, csv);
  return readLexiconFile(file);
}

describe('a lexicon from a file', () => {
  it('reads texts as the installation that it comes from does', async () => {
    const found = await read('\u{FEFF}ejaan,kata_baku\r\nkrowak,jalan berlubang\r\n');
    if ('problems' in found) throw new Error(found.problems.join());
    const topicWith = async (triage: Parameters<typeof runClassify>[0]) => {
      const output = new PassThrough();
      await runClassify(triage, Readable.from(['{"text":"krowak blm diurus dinas"}\n']), output);
      return (JSON.parse(String(output.read())) as { topic: { code: string } }).topic.code;
    };
    expect(await topicWith(shippedTriage(DEFAULT_SET, found.lexicon))).toContain('jalan');
    expect(await topicWith(shippedTriage())).not.toContain('jalan');
  });

  it('is refused with the line, what is wrong and what to do', async () => {
    expect(await read('ejaan,kata_baku\nobor,suluh\nsuluh,obor\ndua kata,satu\nkosong\n')).toEqual({
      problems: [
        expect.stringMatching(/^baris 3, “suluh”: .*kembali ke ejaan ini; ubah/),
        expect.stringMatching(/^baris 4, “dua kata”: ejaan harus satu kata.*; perbaiki kolom pertama/),
        expect.stringMatching(/^baris 5, “kosong”: kata baku .*; perbaiki kolom kedua/),
      ],
    });
    expect(await read('a,"b')).toEqual({ problems: [expect.stringContaining('bukan CSV yang sah')] });
    expect(await read('ejaan,kata_baku\n')).toEqual({
      problems: [expect.stringContaining('tidak ada entri')],
    });
    expect(await readLexiconFile(join(folder, 'tiada.csv'))).toEqual({
      problems: [expect.stringContaining('berkas tidak dapat dibaca')],
    });
  });
});
