import type { TrainingExample } from '../training/training-example.js';

/** Enough to tell the classes apart in a test, and trained in milliseconds. */
export const TINY_CORPUS: readonly TrainingExample[] = [
  { text: 'Jalan depan pasar rusak parah, tolong diperbaiki', label: 'complaint' },
  { text: 'Lampu jalan mati sudah dua minggu', label: 'complaint' },
  { text: 'Sampah menumpuk dan bau, belum diangkut', label: 'complaint' },
  { text: 'Air tidak mengalir sejak kemarin', label: 'complaint' },
  { text: 'Usul dibuat taman bermain di alun-alun', label: 'aspiration' },
  { text: 'Semoga tahun depan ada jalur sepeda', label: 'aspiration' },
  { text: 'Saran saya perbanyak pohon di tepi jalan', label: 'aspiration' },
  { text: 'Syarat membuat KTP apa saja?', label: 'information' },
  { text: 'Jam berapa puskesmas buka?', label: 'information' },
  { text: 'Mau tanya alamat kantor dinas sosial', label: 'information' },
  { text: 'Terima kasih banyak atas bantuannya', label: 'other' },
  { text: 'Wah ramai sekali festival tadi malam', label: 'other' },
  { text: 'Promo pulsa murah hubungi kami', label: 'spam' },
  { text: 'Slot gacor bonus member baru', label: 'spam' },
];
