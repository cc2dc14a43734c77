import type { TrackedReport } from '@app/database';
import type { ReportStatus } from '@app/report-model';
import type { Bilingual, Language } from './language.js';

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
    is: {
      id: 'Masuk daftar kerja, menunggu ditindaklanjuti',
      en: 'On the list of work, waiting to be handled',
    },
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
      id: 'Bila ada yang dapat Anda jelaskan lagi, tulis di bawah; setelah itu laporan dilanjutkan.',
      en: 'If there is more that you can tell, write it below, and the report goes on.',
    },
  },
  'not-our-authority': {
    is: { id: 'Bukan wewenang kami', en: 'Not within our authority' },
    next: {
      id: 'Bila ada yang belum jelas, tulis di bawah.',
      en: 'If anything is unclear, write below.',
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

const SAID = {
  question: { id: 'Petugas bertanya: ', en: 'The officer asks: ' },
  addressee: { id: 'Yang berwenang: ', en: 'In charge: ' },
} satisfies Record<string, Bilingual>;

/** What the officer said to the citizen with this status. */
export function saidWithStatus(
  { status, question, addressee }: Pick<TrackedReport, 'status' | 'question' | 'addressee'>,
  language: Language,
): string | null {
  if (status === 'on-hold' && question !== null) return `${SAID.question[language]}${question}`;
  if (status === 'not-our-authority' && addressee !== null) return `${SAID.addressee[language]}${addressee}`;
  return null;
}
