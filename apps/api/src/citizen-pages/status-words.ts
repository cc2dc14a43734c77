import type { ReportStatus } from '@app/report-model';
import type { Bilingual } from './language.js';

/** In the words of someone who has never seen a case system: where the report stands, and what comes next. */
export const STATUS_WORDS: Readonly<
  Record<ReportStatus, { readonly is: Bilingual; readonly next: Bilingual }>
> = {
  new: {
    is: { id: 'Diterima, menunggu dibaca petugas', en: 'Received, waiting to be read by an officer' },
    next: {
      id: 'Berikutnya: petugas membaca laporan Anda dan meneruskannya kepada yang berwenang.',
      en: 'Next: an officer reads your report and passes it on to those in charge.',
    },
  },
  verified: {
    is: { id: 'Sudah dibaca, menunggu ditindaklanjuti', en: 'Read, waiting to be handled' },
    next: {
      id: 'Berikutnya: instansi yang berwenang menindaklanjuti dan menjawab di halaman ini.',
      en: 'Next: the office in charge acts on it and answers on this page.',
    },
  },
  'in-progress': {
    is: { id: 'Sedang ditangani', en: 'Being handled' },
    next: {
      id: 'Perkembangan berikutnya ditulis di halaman ini.',
      en: 'What happens next will be written on this page.',
    },
  },
  'on-hold': {
    is: { id: 'Menunggu keterangan tambahan', en: 'Waiting for more details' },
    next: {
      id: 'Petugas menunggu keterangan dari Anda. Tulis di bawah; setelah itu laporan dilanjutkan.',
      en: 'The officer is waiting for details from you. Write them below, and the report goes on.',
    },
  },
  'not-our-authority': {
    is: { id: 'Bukan wewenang kami; lihat penjelasan di bawah', en: 'Not within our authority; see below' },
    next: {
      id: 'Penjelasan di bawah menyebut siapa yang berwenang.',
      en: 'The explanation below says who is in charge.',
    },
  },
  closed: {
    is: { id: 'Selesai', en: 'Closed' },
    next: {
      id: 'Belum beres? Tulis di bawah: laporan dibuka kembali.',
      en: 'Not solved? Write below: the report is opened again.',
    },
  },
  archived: {
    is: { id: 'Diarsipkan', en: 'Archived' },
    next: {
      id: 'Laporan disimpan tanpa tindak lanjut. Bila ada keterangan baru, tulis di bawah.',
      en: 'The report is kept without further action. If there is something new, write below.',
    },
  },
};
