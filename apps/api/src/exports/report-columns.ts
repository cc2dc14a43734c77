import type { ExportedReport } from '@app/casework';
import { REPORT_FLAGS } from '@app/report-model';
import { createMasker } from '@app/triage';
import { maskEmail, maskPhone } from '../reports/mask-address.js';
import type { Cell } from './cell.js';
import { CLASSES, FLAGS, LANGUAGES, STATUSES, WORDS, type Bilingual } from './words.js';

export interface ColumnContext {
  readonly language: 'id' | 'en';
  readonly showsPersonalData: boolean;
  /** Name of a topic by its code. */
  readonly topicName: (code: string) => string;
}

interface Column {
  readonly heading: Bilingual;
  readonly cell: (report: ExportedReport, context: ColumnContext) => Cell;
}

/** One column a fact, in the order in which officers read a register. */
export const REPORT_COLUMNS: readonly Column[] = [
  { heading: { id: 'Kode', en: 'Code' }, cell: ({ row }) => row.ticketCode },
  { heading: { id: 'Diterima', en: 'Received' }, cell: ({ row }) => row.receivedAt },
  {
    heading: { id: 'Kelas', en: 'Class' },
    cell: ({ row }, { language }) => CLASSES[row.class][language],
  },
  {
    heading: { id: 'Tanda', en: 'Flags' },
    cell: ({ row }, { language }) =>
      REPORT_FLAGS.filter(
        (flag) =>
          ({ supervisory: row.isSupervisory, publicRecord: row.isPublicRecord, urgent: row.isUrgent })[flag],
      )
        .map((flag) => FLAGS[flag][language])
        .concat(row.isConfidential ? [WORDS.confidential[language]] : [])
        .join('; '),
  },
  {
    heading: { id: 'Status', en: 'Status' },
    cell: ({ row }, { language }) => STATUSES[row.status][language],
  },
  {
    heading: { id: 'Topik', en: 'Topic' },
    cell: ({ row }, { topicName }) => row.topicCode && topicName(row.topicCode),
  },
  { heading: { id: 'Kode wilayah', en: 'Area code' }, cell: ({ row }) => row.areaCode },
  {
    heading: { id: 'Bahasa', en: 'Language' },
    cell: ({ row }, { language }) => LANGUAGES[row.language][language],
  },
  { heading: { id: 'Kanal', en: 'Channel' }, cell: ({ row }) => row.channel },
  { heading: { id: 'Koneksi', en: 'Connection' }, cell: ({ row }) => row.connectionName },
  { heading: { id: 'Instansi', en: 'Agency' }, cell: ({ row }) => row.agencyName },
  { heading: { id: 'Petugas', en: 'Assignee' }, cell: ({ row }) => row.assigneeName },
  {
    heading: { id: 'Pelapor', en: 'Citizen' },
    cell: ({ row }, { showsPersonalData }) =>
      showsPersonalData ? row.contactName : maskName(row.contactName),
  },
  {
    heading: { id: 'Telepon', en: 'Phone' },
    cell: ({ words: { phone } }, { showsPersonalData }) =>
      phone && (showsPersonalData ? phone : maskPhone(phone)),
  },
  {
    heading: { id: 'Surel', en: 'E-mail' },
    cell: ({ words: { email } }, { showsPersonalData }) =>
      email && (showsPersonalData ? email : maskEmail(email)),
  },
  {
    heading: { id: 'Isi', en: 'Text' },
    cell: ({ words }, { showsPersonalData }) => {
      const text = words.texts.join('\n\n');
      return showsPersonalData ? text : createMasker()(text).text;
    },
  },
  { heading: { id: 'Pesan', en: 'Messages' }, cell: ({ row }) => row.messageCount },
  { heading: { id: 'Label', en: 'Tags' }, cell: ({ row }) => row.tags.join('; ') },
  { heading: { id: 'Pesan terakhir', en: 'Last message' }, cell: ({ row }) => row.lastMessageAt },
  { heading: { id: 'Jawaban pertama', en: 'First answer' }, cell: ({ row }) => row.firstAnsweredAt },
  { heading: { id: 'Tenggat berikut', en: 'Next deadline' }, cell: ({ row }) => row.nextDueAt },
  { heading: { id: 'Ditutup', en: 'Closed at' }, cell: ({ row }) => row.closedAt },
];

/** `S*** L***`: who knows the case still knows who is meant. */
function maskName(name: string): string {
  return name.replaceAll(/(\p{L})[\p{L}\p{M}'’.-]*/gu, '$1***').replaceAll(/\d(?=\d)/g, '*');
}
