import type { ReportClass, ReportFlag, ReportLanguage, ReportStatus } from '@app/report-model';

export type Bilingual = Readonly<Record<'id' | 'en', string>>;

/** As on the screens; a spec compares them. */
export const CLASSES: Readonly<Record<ReportClass, Bilingual>> = {
  complaint: { id: 'Pengaduan', en: 'Complaint' },
  aspiration: { id: 'Aspirasi', en: 'Aspiration' },
  information: { id: 'Permintaan informasi', en: 'Information request' },
  other: { id: 'Lainnya', en: 'Other' },
  spam: { id: 'Spam', en: 'Spam' },
};

export const STATUSES: Readonly<Record<ReportStatus, Bilingual>> = {
  new: { id: 'Belum terverifikasi', en: 'Unverified' },
  verified: { id: 'Belum ditindaklanjuti', en: 'Awaiting follow-up' },
  'in-progress': { id: 'Proses', en: 'In progress' },
  'on-hold': { id: 'Menunggu warga', en: 'Waiting for the citizen' },
  'not-our-authority': { id: 'Bukan wewenang', en: 'Not our authority' },
  closed: { id: 'Selesai', en: 'Closed' },
  archived: { id: 'Arsip', en: 'Archived' },
};

export const FLAGS: Readonly<Record<ReportFlag, Bilingual>> = {
  supervisory: { id: 'Berkadar pengawasan', en: 'Alleges misconduct' },
  publicRecord: { id: 'Permohonan informasi publik', en: 'Public record request' },
  urgent: { id: 'Mendesak', en: 'Urgent' },
};

export const LANGUAGES: Readonly<Record<ReportLanguage, Bilingual>> = {
  id: { id: 'Bahasa Indonesia', en: 'Indonesian' },
  en: { id: 'Bahasa Inggris', en: 'English' },
  jv: { id: 'Bahasa Jawa', en: 'Javanese' },
  su: { id: 'Bahasa Sunda', en: 'Sundanese' },
  bjn: { id: 'Bahasa Banjar', en: 'Banjar' },
  vkt: { id: 'Bahasa Kutai', en: 'Kutai Malay' },
  und: { id: 'Belum dapat ditentukan', en: 'Cannot be told' },
};

/** In the files' own words. */
export const WORDS = {
  reports: { id: 'Laporan', en: 'Reports' },
  cut: {
    id: 'Hanya laporan pertama sebanyak ini yang ada di berkas; persempit saringan, atau ambil CSV:',
    en: 'Only the first of the reports are in this file; narrow the filter, or take CSV:',
  },
  section: { id: 'Bagian', en: 'Section' },
  name: { id: 'Nama', en: 'Name' },
  day: { id: 'Tanggal', en: 'Day' },
  class: { id: 'Kelas', en: 'Class' },
  count: { id: 'Jumlah', en: 'Count' },
  value: { id: 'Nilai', en: 'Value' },
  arrivals: { id: 'Masuk per hari', en: 'Arrivals by day' },
  channels: { id: 'Per kanal', en: 'By channel' },
  topics: { id: 'Per topik', en: 'By topic' },
  areas: { id: 'Per kecamatan', en: 'By district' },
  summary: { id: 'Ringkasan', en: 'Summary' },
  backlog: { id: 'Belum dijawab menurut umur', en: 'Unanswered by age' },
  age: { id: 'Umur', en: 'Age' },
  organisation: { id: 'Penyelenggara', en: 'Organisation' },
  agency: { id: 'Instansi', en: 'Agency' },
  allAgencies: { id: 'Semua instansi', en: 'All agencies' },
  madeAt: { id: 'Dibuat', en: 'Made' },
  quality: { id: 'Ketepatan klasifikasi', en: 'Quality of classification' },
  modelSaid: { id: 'Disebut model', en: 'Said by the model' },
  officersSaid: { id: 'Diputuskan petugas', en: 'Decided by officers' },
  bothSaid: { id: 'Disebut model dan dibenarkan petugas', en: 'Said by the model, and right' },
  unsure: { id: 'Model ragu', en: 'Model was unsure' },
  unsureOpen: { id: 'Masih perlu ditinjau petugas', en: 'Still to be looked at' },
  unsureDecided: { id: 'Yang diragukan, sudah diputuskan', en: 'Unsure ones decided' },
  unsureGuessed: { id: 'Di antaranya sesuai dugaan pertama', en: 'Of those, as first guessed' },
  noArea: { id: 'Tempat belum diketahui', en: 'Place not known' },
  noTopic: { id: 'Tanpa topik', en: 'No topic' },
  from: { id: 'Dari', en: 'From' },
  to: { id: 'Sampai', en: 'To' },
  answered: { id: 'Sudah dijawab pertama', en: 'First answered' },
  answerMedian: { id: 'Median waktu jawaban pertama (jam)', en: 'Median time to first answer (hours)' },
  answerP90: { id: 'P90 waktu jawaban pertama (jam)', en: 'P90 time to first answer (hours)' },
  completed: { id: 'Selesai', en: 'Completed' },
  completionMedian: { id: 'Median waktu selesai (jam)', en: 'Median time to completion (hours)' },
  completionP90: { id: 'P90 waktu selesai (jam)', en: 'P90 time to completion (hours)' },
  onTime: { id: 'Jawaban pertama tepat waktu', en: 'First answers on time' },
  late: { id: 'Jawaban pertama terlambat', en: 'First answers late' },
  decided: { id: 'Kelas yang diputuskan petugas', en: 'Classes decided by officers' },
  kept: { id: 'Di antaranya sesuai model', en: 'Of those, as the model had said' },
  stars: { id: 'Bintang dari warga', en: 'Stars from citizens' },
  unanswered: { id: 'Belum dijawab sekarang', en: 'Unanswered now' },
  confidential: { id: 'Rahasia', en: 'Confidential' },
  overdue: { id: 'Lewat tenggat sekarang', en: 'Overdue now' },
} satisfies Record<string, Bilingual>;
