import { cues, type Cue } from './cue.js';

/** Who serves the public or holds an office. */
const STAFF =
  'petugas|pegawai|staf|karyawan|admin|operator|loket|lurah|camat|kades|kadus|kaling|kepala|rt|rw|guru|kepsek|dokter|' +
  'bidan|perawat|suster|satpam|satpol|aparat|perangkat|pejabat|polisi|pns|asn|pendamping|kader|bendahara|dishub';
const COUNTER =
  'kelurahan|kecamatan|desa|balaidesa|puskesmas|disdukcapil|dispendukcapil|dukcapil|capil|samsat|dinas|sekolah|loket|bpn';
const MANNERS =
  'judes|jutek|ketus|cemberut|sinis|galak|kasar|cuek|acuh|arogan|sombong|semena-mena|seenaknya|membentak|bentak|memaki|maki|' +
  'menghina|mengejek|mengusir|memarahi|marah-marah|marahin|ngomel|mengomel|tidur|ngobrol|mengobrol|nongkrong|merokok|bolos|' +
  'berbohong|bohong|mengabaikan|mengacuhkan|mempersulit|menyepelekan|meremehkan|memihak|selingkuh|perselingkuhan|mabuk';
const VIRTUES =
  'ramah|sopan|santun|profesional|kompeten|becus|disiplin|jujur|adil|mau|peduli|paham|mengerti|bertugas|melayani|transparan|netral';

/** Berkadar pengawasan: alleged misconduct by an official or an agency. */
const supervisory = cues(
  'supervisory',
  `
1: ${STAFF} .. ${MANNERS}, ${STAFF} .. tidak|kurang ${VIRTUES}, ${STAFF} tidak|jarang masuk|hadir|datang|ada, tidak|jarang ada|hadir|masuk ${STAFF}
1: dibentak|dimarahi|dimarahin|diusir|dipersulit|dipingpong|dihina|dibohongi|diabaikan|dicuekin|dicueki|diacuhkan .. ${STAFF}, dipersulit|dipingpong|dilempar|diusir|dimarahi .. ${COUNTER}, ${COUNTER} .. dipersulit|dipingpong|mempersulit|menolak
1: tutup|kosong|pulang|kosongan .. hari|jam kerja|dinas|pelayanan|kantor|operasional, jam|hari kerja|pelayanan|buka .. tutup|kosong|belum datang|buka, belum|tidak datang|buka .. jam|pukul
1: rt|rw|kadus|kades|lurah|kaling|ketua|perangkat .. saudara|saudaranya|keluarga|keluarganya|kerabat|kerabatnya|famili|keponakan|ipar|adiknya|anaknya|kenalan, dicoret|mencoret|coret|dihapus|menghapus .. rt|rw|kelurahan|desa|kadus|perangkat|ketua
1: rt|rw|desa|kelurahan|kecamatan|sekolah|puskesmas|guru|kades|lurah|petugas|pegawai|perangkat .. minta|meminta|menarik|memungut|mematok|memotong|mewajibkan|menyuruh|menjual .. uang|duit|biaya|tarif|bayaran|bayar|membayar|iuran|sumbangan|buku|seragam|_uang
1: petugas|tukang|truk|pasukan sampah|sapu|kebersihan|kuning .. membuang|buang|membakar|bakar|dibuang|dibakar, aparat|polisi|polsek|satpol|dishub|dinas|plat .. parkir sembarangan|liar|trotoar|di, guru|kepsek|dosen|pelatih .. memukul|menampar|mencubit|melecehkan|menjewer
0.5: pelayanan|layanan .. buruk|jelek|parah|bobrok|kacau|mengecewakan|lelet|memuaskan|ramah|baik|maksimal, tidak|kurang ramah|profesional|becus|kompeten|transparan, tupoksi, sop, sidak, disidak, sanksi, disiplin, semena-mena, pilih-pilih, tebang, dipingpong, lempar tanggung, disuruh bolak-balik|balik, tidak|belum tepat sasaran, lebih mampu|kaya
-1: indomaret|alfamart|alfamidi|minimarket|swalayan, juru|tukang|jukir parkir|liar, debt|leasing collector|kolektor, leasing, debtcollector, pinjol, ${STAFF} .. baik|ramah|sigap|membantu terima
-0.5: pt|cv|perusahaan|pabrik|developer|pengembang|majikan|tetangga|ormas|preman|sopir|supir|driver|kontraktor
1: pungli, pungutan liar, calo, suap, menyuap, disuap, gratifikasi, korupsi, dikorupsi, korup, nepotisme, kkn, fiktif, mark up, markup, penyelewengan, diselewengkan, selewengkan, ditilep, oknum
1: uang pelicin|rokok|damai|tunjuk, jual beli jabatan, ijazah palsu, sogok, sogokan, nyogok, kongkalikong, kong kalikong, penyalahgunaan, disalahgunakan, menyalahgunakan
1: diminta|dimintai|dimintain|dipungut|ditarik uang|_uang|biaya, minta uang|_uang, disuruh bayar|membayar, suruh bayar, harus bayar .. petugas|pegawai, dipotong .. aparat|ketua|perangkat|petugas, potong bansos|bantuan, bantuan|bansos|dana|blt dipotong|disunat
1: petugas|pegawai|pns|asn|lurah|camat|kades|guru|perangkat .. bolos|membentak|membentak-bentak|arogan|kasar|marah|dibentak|melecehkan|tidur, tidak masuk kantor, mobil dinas .. pribadi|mudik|belanja|liburan, proyek .. asal|siluman, pelecehan .. petugas|pegawai|guru, memihak, pilih kasih
0.5: pungutan, orang dalam, main belakang, titipan, intimidasi, diintimidasi, mempersulit, dipersulit, tidak transparan, tebang pilih, jam kerja, arogan, dibentak, petugas|pegawai|aparat|perangkat|pejabat|kades|lurah|camat|kadus|kaur|asn|pns|kepala|bendahara|pendamping|penyuluh
1: main mata|angka|uang, uang|duit pelicin, diwajibkan|mewajibkan membeli|beli|pesan, anggaran .. kantong, terima amplop|suap|uang, pegang .. siswi|murid, minta|diaudit inspektorat
0.5: inspektorat, amplop, setoran, kantong, sumbangan, tanpa karcis|kuitansi|tanda, jatah, dipotong, iparnya|keponakan|menantu|adiknya|kerabat, dilindungi, diaudit|audit, dijual, mengancam|diancam, cuma formalitas, mencubit|memukul|mesum, membocorkan|bocorkan, jarang masuk
1: penyimpangan, menyimpang, mobil|motor|kendaraan dinas .. dipakai|dipake|pakai|buat|anak|nganter|antar, honor|insentif|gaji|tunjangan .. dipotong bendahara|kepala|koordinator|kades
0.5: mobil|motor|kendaraan dinas, plat merah, disinyalir, indikasi, diduga|menduga|dugaan, kadis, kabid, sekdes, seizin|izin atasan, bagi hasil, orang dekat, tim sukses, kebal hukum
-1: berantas|sosialisasi .. korupsi|pungli|gratifikasi, saber pungli, dituduh, calo .. penumpang|tiket
-1: oknum warga|masyarakat|pedagang|pengendara|pelajar|pengunjung|sopir|pemotor|pembeli|suporter, mahasiswa|mengadakan|kelompok|peserta|program .. kkn
`,
);

/** Permohonan informasi publik (UU 14/2008): documents, contracts, budgets. */
const publicRecord = cues(
  'publicRecord',
  `
1: informasi publik, keterbukaan informasi, ppid, uu kip, permohonan data|informasi|dokumen, minta|butuh|mohon|memohon|meminta|memerlukan|perlu data|salinan|dokumen|copy|fotokopi, salinan .. keputusan|sk|perda|perbup|kontrak|dokumen, data .. skripsi|penelitian|tesis|riset
1: laporan keuangan, realisasi anggaran|apbd, lkpj, lppd, dokumen .. kontrak|lelang|amdal|anggaran|rab, surat keputusan .. salinan
0.5: data|salinan|dokumen|statistik|rincian, dpa|rab|kontrak|anggaran|apbd|apbdes|rka, skripsi|penelitian|tesis|riset|tugas|jurnalis|wartawan, keputusan|perbup|perda|lakip|rtrw|notulen|naskah, berita acara, daftar penerima|hibah|nama|sekolah, laporan kinerja, transparansi, minta|butuh|peroleh|memperoleh|mendapatkan|memerlukan|perlu|dikirimkan|lihat|melihat|diunduh|unduh
-0.5: diperbaiki, rusak, data diri|pribadi|saya, kontrakan, dokumen saya|hilang
`,
);

/** Darurat: present danger to life, health or safety, for which hours count. */
const urgent = cues(
  'urgent',
  `
1: kebakaran, terbakar, api membesar|besar|menjalar, tenggelam|hanyut .. anak|orang|warga|korban, anak|orang|warga .. tenggelam|hanyut, terbawa|terseret arus, pingsan, melahirkan, mau lahiran, kesetrum, tersetrum, tersengat listrik
1: air .. sedada|sepinggang|seleher|seatap, di atas atap, terjepit, tidak sadar|sadarkan, teriak .. tolong, masih ada .. dalam|atas, kirim perahu|bantuan|ambulans|damkar|basarnas, ledakan, tumbang menimpa, api .. rumah|gede|lahan
1: banjir|genangan|longsor|tumbang|terputus .. hati|waspada|awas, sungai|kali|tanggul|bendungan|embung .. meluap|jebol, air|banjir .. masuk|memasuki|merendam|menggenangi rumah|kamar|dapur, rumah .. kemasukan|terendam|kebanjiran, keluar|mengeluarkan|ada|berasap asap|percikan|api .. tiang|kabel|gardu|trafo|panel|meteran, tiang|kabel|gardu|trafo|panel|meteran|konsleting|korsleting .. asap|percikan|api|berasap|terbakar|meledak|setrum|nyetrum
1: pohon|tiang|tembok|jembatan|tebing|baliho|reklame .. tumbang|roboh|ambruk|rubuh .. jalan|rumah|kabel|mobil|motor, pohon|tiang|tembok .. hampir|mau|akan tumbang|roboh|ambruk|rubuh, ditolak|menunggu|nunggu|menolak|belum ditangani .. igd|ugd|kritis|sekarat|lemas, luka|kaki|kepala .. berdarah|bengkak|membusuk|infeksi, tergeletak, terlantar|telantar .. sakit|lemas|jalan
1: kabel .. putus|menjuntai|terkelupas|jatuh, longsor .. menimpa|menutup|rumah, tertimbun, tertimpa pohon|tiang|bangunan, terjebak, dibegal, begal, perkelahian, tawuran, mengamuk, ngamuk, bocor gas, gas bocor, keracunan, mau bunuh diri, bunuh diri, serangan jantung, sesak napas|nafas, pendarahan, kondisi kritis, butuh ambulans|ambulan|evakuasi, tolong ambulans|ambulan|damkar|evakuasi
0.5: terperosok, nyungsep, melintang, kecelakaan, korban, luka parah, tabrakan, buaya, ular, longsor, roboh, ambruk, ambulans, ambulan, damkar, evakuasi, api, sesak, terguling, odgj, bom, senjata tajam
0.5: sekarang juga, sekarang _seru, tolong cepat, cepat tolong, urgent, sos, barusan, baru saja, air .. naik|masuk, nyawa, gawat, darurat, tolong _seru, meluap, banjir, lemas, berdarah, asap, percikan, _angka orang
-1: pemadam kebakaran, sering|rawan|rentan|takut kecelakaan|terjadi|kebakaran|tenggelam|longsor|begal, tahun lalu, bulan lalu, minggu lalu, unit darurat, bertahun-tahun, setiap|tiap hujan|banjir|malam|hari|pagi, khawatir|kawatir|takut|takutnya|antisipasi|dikhawatirkan, gawat darurat, nomor darurat, tanggap darurat, sudah dipadamkan, simulasi, pelatihan, sosialisasi, bakar sampah, surat keterangan, nyaris|hampir celaka|kecelakaan|jatuh|tertabrak|terserempet|terjatuh|kena, habis terbakar
-0.5: bagaimana|apakah|syarat|jadwal, sering|selalu|dulu|pernah, bertahun-tahun|tahunan|menahun
`,
);

/** Revised after reading misses on the corpus: figures for flags on the corpus are not held out. */
export const FLAG_CUES: readonly Cue[] = [...supervisory, ...publicRecord, ...urgent];
