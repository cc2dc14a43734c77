import { describe, expect, it } from '@jest/globals';
import { mapColumns } from './file.mapping.js';

describe('the columns of a file', () => {
  it('are known by their usual names, in either language', () => {
    expect(
      mapColumns([], ['No', 'Tracking ID', 'Judul Laporan', 'Isi Laporan', 'Tgl', 'Nama Pelapor']),
    ).toEqual({
      text: 'Isi Laporan',
      title: 'Judul Laporan',
      id: 'Tracking ID',
      author: 'Nama Pelapor',
      sentAt: 'Tgl',
    });
    expect(mapColumns([], ['message_id', 'username', 'text', 'created_at'])).toEqual({
      text: 'text',
      id: 'message_id',
      handle: 'username',
      sentAt: 'created_at',
    });
  });

  it('are what the person says, also none', () => {
    expect(mapColumns(['text=catatan', 'id='], ['id', 'isi', 'Catatan'])).toEqual({ text: 'Catatan' });
  });

  it('may be a single one, which is then the text', () => {
    expect(mapColumns([], ['apa saja'])).toEqual({ text: 'apa saja' });
  });

  it('lead to advice when they cannot be told', () => {
    expect(() => mapColumns([], ['a', 'b'])).toThrow('--map text=NAMA_KOLOM. Kolom yang ada: "a", "b".');
    expect(() => mapColumns(['text=c'], ['a', 'b'])).toThrow('Tidak ada kolom "c"');
    expect(() => mapColumns(['teks=a'], ['a', 'b'])).toThrow('isian: text, title');
    expect(() => mapColumns([], [])).toThrow('tidak punya kolom');
  });
});
