import { describe, expect, it } from '@jest/globals';
import { openCsv } from './file.csv.js';
import { openJsonLines } from './file.json-lines.js';
import type { FileRow, OpenedFile } from './file.rows.js';

/** As a disk gives it: cut at awkward places. */
async function* bytes(content: string | Buffer, chunk = 7): AsyncGenerator<Buffer> {
  const all = Buffer.from(content as string);
  for (let at = 0; at < all.length; at += chunk) yield all.subarray(at, at + chunk);
}

async function rowsOf({ rows }: OpenedFile): Promise<FileRow[]> {
  const all: FileRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}
const csv = async (content: string | Buffer) => rowsOf(await openCsv(bytes(content)));
const json = async (content: string | Buffer) => rowsOf(await openJsonLines(bytes(content)));
const problems = (rows: readonly FileRow[]) => rows.flatMap((row) => ('problem' in row ? [row.problem] : []));

describe('a CSV file', () => {
  it('is read as Excel writes it: byte order mark, semicolons, quotes, line ends within fields', async () => {
    const rows = await csv('\ufeffid;isi\r\n1;"Jalan ""poros""; rusak\r\nparah"\r\n\r\n2;Air keruh\r\n');
    expect(rows).toEqual([
      { lineNumber: 2, record: { id: '1', isi: 'Jalan "poros"; rusak\nparah' } },
      { lineNumber: 5, record: { id: '2', isi: 'Air keruh' } },
    ]);
  });

  it('names empty and repeated columns so that each can be mapped', async () => {
    expect((await openCsv(bytes('nama,,nama\na,b,c'))).columns).toEqual(['nama', 'kolom 2', 'nama (2)']);
  });

  it('sets a damaged row aside and reads its neighbours', async () => {
    const rows = await csv('id,isi\n1,baik\n2,"kutip tak ditutup\n3,juga baik\n4,dua,tiga\n5,akhir');
    expect(rows.flatMap((row) => ('record' in row ? [row.record['id']] : []))).toEqual(['1', '3', '5']);
    expect(problems(rows)).toEqual(['tanda kutip dibuka tetapi tidak ditutup', '3 kolom, seharusnya 2']);
  });

  it('says when a row, or the whole file, is not UTF-8', async () => {
    const latin = Buffer.concat([Buffer.from('isi\nbaik\n'), Buffer.from([0xe9, 0x0a])]);
    expect(problems(await csv(latin))).toEqual([expect.stringContaining('bukan teks UTF-8')]);
    const utf16 = Buffer.from('\ufeffisi\nbaik', 'utf16le');
    await expect(csv(utf16)).rejects.toThrow('UTF-16');
  });
});

describe('a JSON Lines file', () => {
  it('keeps long numbers as they are written', async () => {
    const [row] = await json('{"id": 1234567890123456789, "isi": "nomor 12 \\"34\\"", "lat": 0.5}');
    expect(row).toEqual({
      lineNumber: 1,
      record: { id: '1234567890123456789', isi: 'nomor 12 "34"', lat: '0.5' },
    });
  });

  it('sets aside what is no object and reads its neighbours', async () => {
    const rows = await json('{"isi": "satu"}\n{"isi": \n[1]\n"teks"\n\n{"isi": "dua"}');
    expect(rows.map((row) => row.lineNumber)).toEqual([1, 2, 3, 4, 6]);
    expect(problems(rows)).toEqual(['bukan JSON yang lengkap', 'bukan objek JSON', 'bukan objek JSON']);
  });

  it('refuses one big array with a word of advice', async () => {
    await expect(json('[{"isi": "a"}]')).rejects.toThrow('JSON Lines');
  });

  it('does not keep a line of many megabytes in memory', async () => {
    const rows = await json(`{"isi": "${'a'.repeat(3 * 1024 * 1024)}"}\n{"isi": "pendek"}`);
    expect(problems(rows)).toEqual(['baris lebih panjang dari 1 MiB']);
    // Not `toMatchObject`: comparing a megabyte byte by byte takes half a minute.
    expect(rows.map((row) => 'bytes' in row && row.bytes.length)).toEqual([1024 * 1024, false]);
  });
});
