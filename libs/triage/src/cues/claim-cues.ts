import { claims, type Cue } from './cue.js';

const PERIODS =
  'hari|minggu|bulan|tahun|jam|sehari|seminggu|sebulan|setahun|berhari|berminggu|berbulan|bertahun|lama';
const NOW = 'sekarang|saat|kini|hari|detik|malam|siang';
const RESPONSES =
  'tanggapan|respon|jawaban|kabar|kejelasan|kelanjutan|tindak|tindakan|perbaikan|penanganan|hasil|solusi|balasan|perubahan|' +
  'realisasi|tindaklanjut|direspon|ditanggapi|dijawab|digubris|ditindaklanjuti|dibalas|dihiraukan|progres|perkembangan';
const DONE =
  'jadi|selesai|keluar|terbit|cair|dapat|mendapat|mendapatkan|menerima|terima|diterima|diproses|dikirim|diangkut|diambil|dibayar|' +
  'diperbaiki|dikerjakan|masuk|terdaftar|terverifikasi|diverifikasi|divalidasi|turun|berfungsi|menyala|nyala|disalurkan|' +
  'ditangani|terealisasi|dibangun|dipasang|diaspal|dipaving|dapatkan|datang';
const WORKS =
  'bisa|dapat|mendapat|mendapatkan|menerima|muncul|keluar|masuk|terdaftar|jalan|berjalan|mengalir|menyala|nyala|berfungsi|' +
  'sesuai|aktif|tercantum|terdata|cair|diterima|diproses|dilayani|diangkut|diambil|terbit|ditemukan|login|dibuka|diakses|' +
  'diunduh|dihubungi|kebagian|tersentuh|tersalurkan|dipedulikan|tepat|adil|jelas|layak|ramah|sopan|ditangani|diperbaiki|' +
  'dirawat|terawat|bertanggung';

/**
 * What a writer says has failed, apart from the words of a matter: whoever asks "berapa lama lagi" and says that it was due
 * last month complains. Each line is one claim.
 */
export const CLAIM_CUES: readonly Cue[] = claims(`
stuck: tidak|tak|belum kunjung, belum|tidak juga, masih|tetap belum, tidak|belum pernah
until now: sampai|hingga ${NOW} ... belum|tidak|masih|tanpa|nihil, belum|tidak ... sampai|hingga ${NOW}
for so long: sudah|lebih|hampir|lewat|selama .. ${PERIODS} ... belum|tidak|kok|masih|tapi|tanpa, belum|tidak ... sudah|lebih|hampir|padahal .. ${PERIODS}
since then: sejak|dari|mulai|semenjak|tanggal|bulan|tahun ... belum|tidak
no response: belum|tidak|tanpa ada ${RESPONSES}, belum|tidak|tanpa ${RESPONSES}
no longer: dulu|kemarin|sebelumnya|lalu|biasanya|awalnya|pernah|tadinya ... sekarang|kok|kini|malah|tiba|tapi ... tidak|hilang|hapus|dihapus|dicoret|nonaktif|terhapus|berhenti|mati|bukan|putus|terputus
does not work: tidak|gagal|sulit|susah|sukar ${WORKS}
not yet: belum ${DONE}, belum .. ${DONE}
why not: kenapa|mengapa|kok|masa .. tidak|belum|hilang|dihapus|dicoret|ditolak|lama|mahal|naik|masih|dibiarkan|dipersulit|susah|sulit|bukan|harus|cuma|hanya
wronged: dipersulit, mempersulit, berbelit, dipingpong, dilempar, dioper, bolak-balik, ditolak, diabaikan, dibiarkan, dihapus, terhapus, dicoret, diusir, dibentak, dimintai, dipungut, ditipu, dirugikan, merugikan, terganggu, mengganggu, menganggu, meresahkan, resah, membahayakan, mengeluh, keluhan, keluhkan, kecewa, merasa, semena, sembarangan, liar, percuma, dikeluarkan, dinonaktifkan, diblokir, dipotong, dipecat
slow: lama sekali|banget|amat|prosesnya|jadinya, kok|begitu|sangat|semakin|tambah|terlalu|sungguh lama, lambat, lamban, molor, mangkrak, terbengkalai
denied: tidak dapat|mendapat|mendapatkan|menerima|kebagian|tersentuh|masuk|terdaftar, tidak pernah|ada dapat|mendapat|mendapatkan|menerima|kebagian|tersentuh|masuk|terdaftar
`);
