import { cues, type Cue } from './cue.js';

const complaint = cues(
  'complaint',
  `
3: pungli, pungutan liar, oknum, dipungut .. _uang, diminta|dimintai|dimintain uang|_uang, disuruh bayar, uang pelicin|rokok
2: sudah .. lapor|melapor|laporan|mengadu, kapan .. diperbaiki|perbaiki|diangkut|diaspal, sampai sekarang .. belum|tidak, tidak pernah, tidak ada .. tindakan|tanggapan|respon|kejelasan|perbaikan|solusi|jawaban
2: belum ada .. tindakan|tanggapan|respon|kejelasan|perbaikan|solusi|jawaban, mohon|tolong .. diperbaiki|perbaiki|perbaikan|ditindak|ditindaklanjuti|ditertibkan|penertiban|dicek|diangkut|ditegur|dibersihkan|tindak
2: seperti kolam|kubangan|sungai|sawah|empang|bubur, cocok .. mancing|ternak|lele
1.5: dipersulit, ditolak, dipimpong, keluhan, mengeluh, mengadukan, melaporkan, kecewa, resah, meresahkan, terganggu, mengganggu, dirugikan, merugikan, keberatan, percuma, gangguan, merepotkan, membahayakan
1.5: rusak, berlubang, padam, mampet, tersumbat, bocor, keruh, numpuk, tumpuk, banjir, macet, bau, busuk, mangkrak, bengkalai, berserakan, sembarangan, semrawut, ambruk, longsor
1.5: belum .. jadi|selesai|keluar|cair|terbit|dibayar|diangkut|diperbaiki|terima, sudah _angka bulan|minggu|hari|tahun, _angka bulan|minggu|hari|tahun .. belum|tidak, sudah berbulan|bertahun|berminggu
1: mengeluhkan, mengadu, komplain, aduan, keluhkan, ngadu, terdapat .. rusak|lubang|tumpukan, disayangkan, menyayangkan, sayangnya, kurangnya, tidak adanya, belum adanya
1: sudah lama, dari|sejak kemarin, belum juga, tidak mengalir|ngalir|alir|menyala|nyala|berfungsi|dilayani|diangkut|layak|sesuai|jelas|bisa|sopan|ramah, kapan .. selesai|jadi, kesulitan, keluh
1: mati, parah, lama sekali|banget, kenapa .. belum|tidak, masa, bahaya, gelap, kotor, kumuh, liar, error, gagal, hilang, ditipu, palsu, salah, langgar, kasihan, menunggu, antri, antrian, ngantri
`,
);

const aspiration = cues(
  'aspiration',
  `
3: usul, usulan, mengusulkan, saran, menyarankan, alangkah baiknya|bagusnya|indahnya
2: masukan, semoga, harapan kami|saya|warga|masyarakat, berharap, sebaiknya, mohon dipertimbangkan, mendukung, dukung, setuju, tidak setuju, ide, gagasan
1.5: perlu ditambah|diadakan|dibangun|adanya, mohon dibuatkan|dibangun|diadakan|ditambah, kalau bisa, lebih baik, andai, andaikan, bagaimana kalau, coba kalau
1: hendaknya, moga, ditambah, diadakan, perbanyak
`,
);

const information = cues(
  'information',
  `
3: mau|ingin|izin|numpang|boleh tanya, minta|mohon|butuh informasi, bagaimana cara|caranya|prosedur|prosedurnya|alur|alurnya, apa syarat, syarat .. apa, jam berapa, berapa biaya|biayanya|lama|hari|tarif
2: apakah, di mana, informasi .. dong|ya, kapan dibuka|buka|mulai|jadwal|pendaftaran|jadwalnya, nomor .. dihubungi, tautan pendaftaran, masih bisa, sampai mana, minta data|salinan|dokumen|nomor, cara daftar|buat|mengurus|urus|cek
1: apa saja, berapa, kapan, siapa, bagaimana, syarat, prosedur, jadwal, alamat, tanya, apa bisa|ada|boleh|harus, bisa tidak, ke mana
0.5: _tanya, apa, informasi
`,
);

/** Greetings and thanks, and the ways in which agencies and newspapers speak of reports. */
const other = cues(
  'other',
  `
3: terima kasih atas|untuk .. laporan|laporannya|aduan|informasi|masukan|masukannya|partisipasi|kepercayaan, kami teruskan|koordinasikan|sampaikan|ditindaklanjuti|catat|informasikan|arahkan
3: telah|sudah dikoordinasikan|diteruskan|ditindaklanjuti|kami, laporan|aduan anda|saudara|kakak|bapak|ibu, mohon ditunggu, mohon maaf atas, menindaklanjuti laporan|aduan, nomor tiket
1.5: selamat ulang tahun, terima kasih, nyimak, hadir, mantap, keren, alhamdulillah, amin, semangat, hebat, bangga, salut, terbaik, imbau, himbau, tinjau, resmikan
1: sama sama, sehat selalu, sukses, rt _sebut, _jempol, ramah
`,
);

const spam = cues(
  'spam',
  `
3: _huruf_hias, slot, gacor, maxwin, scatter, jackpot, jakpot, jp, togel, bandar, bonus .. member|deposit, deposit, depo, wd, pinjaman online|dana|cepat, pinjol, dana cair|tunai|cepat, hadiah .. _uang, selamat anda|nomor .. pemenang|hadiah|terpilih, pin pemenang, klik tautan|_tautan, jasa backlink|followers, pesugihan, dukun
2: promo, diskon, gratis ongkir, dijual, ready stock, open order, cod, harga murah, hubungi|chat|informasi|minat .. _telepon, kirim ke rekening, sebarkan, penghasilan, passive income, modal kecil, kerja .. rumah, undian, obat kuat, pelangsing, peninggi, follow, subscribe, tanpa jaminan|agunan, pulsa, transfer .. rekening|rek, rekening .. ini
1: jual, murah, cuan, agen, transfer, _promosi, bisnis, order, garansi, member, terpercaya, iklan, menang, rezeki
`,
);

/**
 * Written from domain knowledge, then revised once after reading kinds of errors on the corpus and on the development
 * rows. Figures on either are therefore somewhat kinder than on unseen messages.
 */
export const CLASS_CUES: readonly Cue[] = [...complaint, ...aspiration, ...information, ...other, ...spam];
