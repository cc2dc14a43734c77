import type { MappedField } from './file.mapping.js';

/**
 * Names by which a column is recognised, likeliest first; in lower case, letters and digits only. Left out on
 * purpose: `no` (a row number, not an id) and `alamat` (often the home address).
 */
export const COLUMN_NAMES: Readonly<Record<MappedField, readonly string[]>> = {
  text: [
    ...[
      'isilaporan',
      'isilaporanawal',
      'isiaduan',
      'isipengaduan',
      'isipesan',
      'isi',
      'fulltext',
      'text',
      'teks',
      'pesan',
    ],
    ...[
      'message',
      'messagetext',
      'content',
      'body',
      'uraian',
      'deskripsi',
      'description',
      'keluhan',
      'aduan',
    ],
    ...['pengaduan', 'laporan', 'komentar', 'comment', 'tweet', 'caption', 'kronologi'],
  ],
  title: ['judullaporan', 'judul', 'title', 'subject', 'subjek', 'perihal'],
  id: [
    ...['trackingid', 'idlaporan', 'idpesan', 'idaduan', 'reportid', 'messageid', 'tweetid', 'ticketid'],
    ...['nomortiket', 'notiket', 'kodetiket', 'nomorlaporan', 'nolaporan', 'uuid', 'id'],
  ],
  conversation: ['conversationid', 'conversation', 'idpercakapan', 'percakapan', 'threadid'],
  author: [
    ...['namapelapor', 'namapengirim', 'nama', 'namalengkap', 'pelapor', 'pengirim', 'authorname', 'author'],
    ...['fullname', 'displayname', 'name', 'sender', 'dari', 'from'],
  ],
  authorId: ['authorid', 'userid', 'senderid', 'idpelapor', 'idpengirim', 'idpengguna'],
  handle: ['username', 'handle', 'screenname', 'namaakun', 'akun'],
  phone: [
    ...['nomorhp', 'nohp', 'hp', 'nomortelepon', 'notelepon', 'notelp', 'telepon', 'telp', 'nomorwa', 'nowa'],
    ...['whatsapp', 'wa', 'phone', 'phonenumber', 'mobile', 'msisdn'],
  ],
  email: ['email', 'surel', 'emailpelapor', 'alamatemail', 'emailaddress'],
  sentAt: [
    ...[
      'tanggallaporan',
      'tanggallaporanmasuk',
      'tanggalkirim',
      'tanggal',
      'tgllaporan',
      'tgl',
      'waktu',
      'sentat',
      'createdat',
    ],
    ...['datetime', 'timestamp', 'date', 'time'],
  ],
  place: ['lokasikejadian', 'lokasi', 'tempatkejadian', 'tempat', 'location', 'place'],
  link: ['tautan', 'link', 'permalink', 'url'],
  latitude: ['latitude', 'lintang', 'lat'],
  longitude: ['longitude', 'bujur', 'lng', 'lon', 'long'],
  anonymity: ['tipelaporananonimrahasia', 'tipelaporan', 'anonim', 'anonymous'],
  conversationKind: [],
  conversationTitle: [],
  replyTo: [],
  attachment: [],
};

/** Every column can be named: empty headers by their position, repeated ones by a number. */
export function uniqueNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell, index) => {
    const name = cell.trim() || `kolom ${index + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
