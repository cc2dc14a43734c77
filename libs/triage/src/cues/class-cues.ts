import { cues, type Cue } from './cue.js';

const complaint = cues(
  'complaint',
  `
3: pungli, pungutan liar, oknum, dipungut .. _uang, diminta|dimintai|dimintain uang|_uang, disuruh bayar, uang pelicin|rokok
2: sudah lapor|melapor|laporan|mengadu, kapan .. diperbaiki|perbaiki|diangkut, sampai sekarang belum, tidak pernah diperbaiki|diangkut|ditanggapi, tidak ada tindakan|tanggapan|respon|kejelasan|perbaikan|solusi
2: belum ada tindakan|tanggapan|respon|kejelasan|perbaikan|solusi, mohon|tolong .. diperbaiki|perbaiki|perbaikan|ditindak|ditindaklanjuti|ditertibkan|dicek|diangkut|ditegur, mohon tindak
2: seperti kolam|kubangan|sungai|sawah|empang|bubur, cocok .. mancing|ternak|lele
1.5: dipersulit, ditolak, dipimpong, keluhan, mengeluh, mengadukan, kecewa, resah, meresahkan, terganggu, mengganggu, dirugikan, keberatan, percuma
1.5: rusak, berlubang, padam, mampet, tersumbat, bocor, keruh, menumpuk, numpuk, banjir, macet, bau, mangkrak, terbengkalai
1: sudah _angka bulan|minggu|hari|tahun, sudah lama, sudah berbulan, sudah bertahun, dari kemarin, sejak kemarin, belum juga, tidak mengalir|ngalir|menyala|nyala|berfungsi|dilayani|diangkut, kapan .. selesai|jadi
1: mati, parah, lama sekali|banget, kenapa belum|tidak, masa, bahaya, membahayakan, gelap, kotor, kumuh, liar
`,
);

const aspiration = cues(
  'aspiration',
  `
3: usul, usulan, mengusulkan, saran, menyarankan, alangkah baiknya|bagusnya|indahnya
2: masukan, semoga, harapan kami|saya|warga, berharap, sebaiknya, seharusnya ada, mohon dipertimbangkan, mendukung, dukung, setuju, tidak setuju, ide, gagasan, aspirasi
1.5: perlu ditambah|diadakan|dibangun|adanya, mohon dibuatkan|dibangun|diadakan|ditambah, kalau bisa, lebih baik, andai, andaikan, bagaimana kalau, coba kalau
1: supaya, hendaknya, moga, ditambah, diadakan
`,
);

const information = cues(
  'information',
  `
3: mau|ingin|izin|numpang|boleh tanya, minta|mohon|butuh informasi, bagaimana cara|caranya|prosedur|prosedurnya|alur|alurnya, apa syarat|saja, syarat .. apa, jam berapa, berapa biaya|biayanya|lama|hari|tarif
2: apakah, di mana, informasi .. dong|ya, kapan dibuka|buka|mulai|jadwal|pendaftaran|jadwalnya, nomor .. dihubungi, tautan pendaftaran, masih bisa, sampai mana, minta data|salinan|dokumen|nomor, cara daftar|buat|mengurus|urus
1: berapa, kapan, siapa, bagaimana, syarat, prosedur, jadwal, alamat, tanya, apa bisa|ada|boleh|harus, bisa tidak, ke mana
0.5: _tanya, apa, info
`,
);

const other = cues(
  'other',
  `
1.5: selamat pagi|siang|sore|malam, terima kasih, selamat ulang tahun, nyimak, hadir, siap, mantap, keren, alhamdulillah, amin, semangat
1: halo, assalamualaikum, sama sama, sehat selalu, sukses
`,
);

const spam = cues(
  'spam',
  `
3: slot, gacor, maxwin, scatter, jackpot, togel, bandar, bonus .. member|deposit, deposit, pinjaman online|dana|cepat, pinjol, dana cair|tunai, hadiah .. _uang, selamat anda|nomor .. pemenang|hadiah|terpilih, pin pemenang, klik tautan|_tautan, jasa backlink|followers
2: promo, diskon, gratis ongkir, dijual, ready stock, open order, cod, harga murah, hubungi|chat|info|minat .. _telepon, kirim ke rekening, sebarkan, penghasilan, passive income, modal kecil, kerja .. rumah, undian, obat kuat, pelangsing, peninggi, follow, subscribe, free
1: jual, murah, cuan, agen, transfer, _promosi, bisnis, order, garansi, member, terpercaya, iklan
`,
);

/** Written from domain knowledge, not from measured rows; sums in a text are bounded by `MAX_CUE_SCORE`. */
export const CLASS_CUES: readonly Cue[] = [...complaint, ...aspiration, ...information, ...other, ...spam];
