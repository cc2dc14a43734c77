import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { FileEvents } from './file.events.js';
import { mapColumns } from './file.mapping.js';
import { normaliseRow } from './file.normalise.js';
import { openFileRows } from './file.open.js';
import type { FileFormat } from './file.recognise.js';
import type { FileRow } from './file.rows.js';

const ZONE = 'Asia/Makassar';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wadah-xlsx-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function workbook(sheet: SheetData, name = 'laporan.xlsx'): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, await writeXlsxFile(sheet, {}).toBuffer());
  return file;
}

async function read(file: string, format?: FileFormat) {
  const opened = await openFileRows(file, ZONE, format);
  const rows: FileRow[] = [];
  for await (const row of opened.rows) rows.push(row);
  const columns = mapColumns([], opened.columns, opened.mapping);
  const events = new FileEvents({ fileName: path.basename(file), timeZone: ZONE, ...opened.living }, columns);
  const messages = rows.flatMap((row) => {
    const event = events.eventOf(row);
    if (event.status === 'unreadable') return [];
    const normalised = normaliseRow({ ...event, receivedAt: new Date() });
    return normalised.kind === 'message' ? [normalised.message] : [];
  });
  return { ...opened, rows, messages };
}

const cell = (value: string) => ({ value });

describe('an Excel workbook', () => {
  it('is read like a CSV file: header, empty rows left out, row numbers as Excel shows them', async () => {
    const file = await workbook([
      [],
      [cell('Nomor Tiket'), cell('Isi'), cell('Nama')],
      [{ value: 20261234, type: Number }, cell('Jalan rusak\nparah'), null],
      [],
      [cell('0812'), cell('Air keruh'), cell('Warga')],
    ]);
    const { format, columns, rows } = await read(file);
    expect({ format, columns }).toEqual({ format: 'xlsx', columns: ['Nomor Tiket', 'Isi', 'Nama'] });
    expect(rows).toEqual([
      { lineNumber: 3, record: { 'Nomor Tiket': '20261234', Isi: 'Jalan rusak\nparah' } },
      { lineNumber: 5, record: { 'Nomor Tiket': '0812', Isi: 'Air keruh', Nama: 'Warga' } },
    ]);
  });

  it('has dates of its own kind, read in the zone of the office', async () => {
    const day = { value: new Date(Date.UTC(2026, 10, 24)), type: Date, format: 'dd/mm/yyyy' } as const;
    const moment = {
      value: new Date(Date.UTC(2026, 10, 24, 10, 15)),
      type: Date,
      format: 'dd/mm/yyyy hh:mm',
    } as const;
    const file = await workbook([
      [cell('Isi'), cell('Tanggal')],
      [cell('a'), moment],
      [cell('b'), day],
    ]);
    expect((await read(file)).messages.map(({ sentAt }) => sentAt)).toEqual([
      '2026-11-24T02:15:00.000Z',
      '2026-11-23T16:00:00.000Z',
    ]);
  });

  it('is known by its content, whatever its name; by hand it can be told otherwise', async () => {
    const sheet = [[cell('isi')], [cell('a')]];
    expect((await read(await workbook(sheet, 'tanpa-akhiran'))).format).toBe('xlsx');
    expect((await read(await workbook(sheet, 'salah.csv'))).format).toBe('xlsx');
    await expect(read(await workbook(sheet), 'sp4n-lapor')).rejects.toThrow('Tracking ID');
  });

  it('is refused with a word of advice when it is an old one, an archive, or damaged', async () => {
    const broken = async (name: string, bytes: Buffer) => {
      const file = path.join(folder, name);
      await writeFile(file, bytes);
      return read(file);
    };
    const archive = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from('_chat.txt')]);
    await expect(broken('a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))).rejects.toThrow('.xlsx tanpa kata');
    await expect(broken('a.zip', archive)).rejects.toThrow('Ekstrak dahulu');
    await expect(broken('a.xlsx', archive)).rejects.toThrow('bukan buku kerja Excel yang utuh');
    await expect(broken('a.pdf', Buffer.from('%PDF'))).rejects.toThrow('--format');
  });
});

describe('the Excel export of the SP4N-LAPOR! dashboard', () => {
  const HEADER = [
    ...['Tracking ID', 'Tanggal Laporan Masuk', 'Waktu Laporan Masuk', 'Nama Pelapor', 'Klasifikasi Laporan'],
    ...[
      'Kategori',
      'Judul Laporan',
      'Isi Laporan Awal',
      'Isi Laporan Akhir',
      'Tipe Laporan (Anonim/Rahasia)',
    ],
    ...['Status Laporan', 'Provinsi', 'Kota/Kabupaten', 'Kecamatan', 'Kelurahan', 'Rating'],
  ];
  const row = (id: string, kind: string, day = '3 Jan 2026', time = '10:15:00') => [
    ...[
      id,
      day,
      time,
      'Sari Contoh',
      'Pengaduan',
      'Jalan',
      'Jalan rusak',
      'Berlubang sejak Senin.',
      '-',
      kind,
    ],
    ...['Terverifikasi', 'Provinsi Contoh', 'Kab. Contoh', 'Kec. Contoh', '-', ''],
  ];
  const exported = (...rows: string[][]) =>
    workbook([
      [cell('Judul Laporan'), cell('Rekap')],
      [cell('Nama Instansi'), cell('Pemerintah Kabupaten Contoh')],
      [cell('Tanggal Generate'), cell('5 Jan 2026 08:00')],
      [],
      ...[HEADER, ...rows].map((cells) => cells.map((value) => (value === '' ? null : cell(value)))),
    ]);

  it('is known by its header below the rows of information, and mapped', async () => {
    const { format, living, rows, messages } = await read(await exported(row('1234567', '-')));
    expect({ format, living }).toEqual({
      format: 'sp4n-lapor',
      living: { exportedAt: '2026-01-05T00:00:00.000Z' },
    });
    expect(messages).toEqual([
      {
        externalId: '1234567',
        conversation: { externalId: '1234567', kind: 'form' },
        author: { externalId: 'row:1234567', displayName: 'Sari Contoh' },
        sentAt: '2026-01-03T02:15:00.000Z',
        text: 'Jalan rusak\n\nBerlubang sejak Senin.\n\nLokasi: Kec. Contoh, Kab. Contoh, Provinsi Contoh',
        attachments: [],
      },
    ]);
    expect(rows[0]).toMatchObject({
      lineNumber: 6,
      record: {
        'Status Laporan': 'Terverifikasi',
        'Klasifikasi Laporan': 'Pengaduan',
        Kategori: 'Jalan',
      },
    });
    expect(rows[0]).not.toHaveProperty(['record', 'Kelurahan']);
  });

  it('keeps anonymous and confidential reporters so; a time nobody can read leaves the day', async () => {
    const file = await exported(
      row('1', 'Anonim'),
      row('2', 'Rahasia'),
      row('3', '-', '3 Jan 2026', 'siang hari'),
    );
    const { messages } = await read(file);
    expect(messages.map(({ author }) => author.isAnonymous ?? false)).toEqual([true, true, false]);
    expect(messages[2]?.sentAt).toBe('2026-01-02T16:00:00.000Z');
  });

  it('sets a row without a Tracking ID aside and reads its neighbours', async () => {
    const { rows } = await read(await exported(row('1', '-'), row('-', '-'), row('3', '-')));
    expect(rows.map((one) => ('problem' in one ? one.problem : one.record['Tracking ID']))).toEqual([
      '1',
      'tanpa Tracking ID',
      '3',
    ]);
  });
});
