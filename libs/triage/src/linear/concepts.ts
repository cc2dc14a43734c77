/**
 * Kinds of words that mean much the same to a class: thirty words for what is broken, forty for who holds an office. What
 * is learnt of "lampu padam" then also serves "kran mampet". Words or stems; a word may be of several kinds. The name
 * is for readers, the order is the model's: at most 32, one bit each.
 */
export const CONCEPTS: readonly [name: string, words: string][] = [
  [
    'defect',
    'rusak lubang bolong bocor mati padam mampet sumbat buntu keruh bau busuk banjir genang macet roboh ambruk retak jebol hilang copot putus longsor kotor kumuh gelap numpuk tumpuk serak mangkrak bengkalai error gagal karat lapuk bising asap debu limbah licin ambles kempes patah semrawut cemar gatal becek redup kedip longgar miring rubuh kubang amblas luber luap',
  ],
  ['lack', 'kosong habis kurang tanpa minim langka nihil belum putus stop berhenti tutup'],
  [
    'grief',
    'resah ganggu bahaya rugi celaka kecewa susah sulit sengsara capek bosan kesal marah sedih takut miris prihatin keluh korban parah sakit derita lelah bingung ribet repot percuma kasihan terpaksa sayang malu',
  ],
  [
    'remedy',
    'perbaiki baik tindak tertib cek tinjau bersih angkut tangani selesai evaluasi tegur keruk normalisasi tambal aspal ganti pangkas bongkar periksa respon solusi bantu proses percepat kroscek tindaklanjut aktif',
  ],
  [
    'create',
    'bangun tambah ada buat bikin sedia pasang lengkap luas pindah jadi ubah hias cat tanam kembang bentuk perbanyak hidup tata',
  ],
  [
    'wish',
    'semoga moga mudah-mudahan mugi mugia harap ingin usul saran mending baik bagus alangkah andai seandainya hendak sebaik sebaiknya kira sekira bila cocok asyik enak kepengin pengin impi ide gagas masuk aspirasi seyogya pantas kalau',
  ],
  [
    'stance',
    'dukung setuju tolak berat sependapat pendapat rasa pikir kebijakan rencana kaji pertimbang timbang pertahan ulang',
  ],
  [
    'ask',
    'apa apakah kapan mana bagaimana berapa siapa kenapa tanya adakah bisakah bolehkah benarkah _tanya info informasi jelas ke dimana',
  ],
  [
    'procedure',
    'syarat prosedur cara daftar jadwal biaya alamat kontak formulir urus alur mekanisme kuota ikut serta tarif nomor rute lokasi loket buka tiket pendaftaran harga jam tanggal kelas umur ajuan aju',
  ],
  [
    'paper',
    'ktp e-ktp kk akta akte surat izin ijin sertifikat paspor sim ijazah nik kia npwp imb skck berkas dokumen stnk legalisir blangko blanko perwal kartu',
  ],
  [
    'where',
    'jalan gang desa kampung camat lurah rt rw blok komplek perumahan dusun depan dekat simpang samping belakang kabupaten kp perempatan pertigaan wilayah daerah lingkungan alamat rumah',
  ],
  [
    'works',
    'jembatan lampu pju got selokan saluran drainase trotoar sungai air pdam listrik sampah parkir taman pasar sekolah puskesmas paving aspal tiang kabel halte terminal rsud irigasi gorong tps portal pompa toilet aplikasi website',
  ],
  [
    'office',
    'petugas tugas pegawai kepala lurah camat kades kadus kepsek pns asn guru polisi jabat pejabat oknum bendahara sekretaris satpol satpolpp aparat perangkat bidan dokter mantri penghulu staf kasi penyuluh koordinator panitia mandor dishub rw rt ketua sekdes ketua panwas honorer dinas',
  ],
  [
    'money',
    'uang bayar biaya dana duit _uang pungut tarik setor potong amplop gaji honor insentif anggaran jatah iuran tunjang kuitansi tarif sumbang bantu',
  ],
  [
    'misuse',
    'pungli korupsi suap fiktif seleweng pribadi titip ancam bentak curang manipulasi palsu penyimpangan menyimpang rekayasa kongkalikong kkn nepotisme sogok gelap tilep embat jual salahguna calo beking lindung bocor mark kantong mesum pukul cubit paksa peras palak intimidasi gratifikasi duga indikasi dugaan langgar sekongkol keluarga ipar keponakan menantu saudara mobil pribadi',
  ],
  [
    'praise',
    'terima kasih makasih nuhun suwun bagus mantap keren hebat salut bangga alhamdulillah cepat ramah senang sukses selamat bravo jempol _jempol top indah cantik lancar nyaman puas apresiasi seru asik indah amin',
  ],
  [
    'laugh',
    'wkwk wkwkwk haha hahaha hehe hehehe xixi xixixi hihi lol kocak lucu _emoji hadeuh euy iseng jomblo mantan galau',
  ],
  [
    'thread',
    'cc rt via _tagar _sebut bang bro bung setuju betul benar kata fakta komen baca mention follow unfollow debat politik presiden pilih',
  ],
  [
    'report',
    'resmi tinjau buka rapat sosialisasi koordinasi hadir kunjung gelar lantik apel petugas tim kegiatan laksana serah sampai terus teruskan warga bersama lanjut bersih',
  ],
  [
    'danger',
    'bakar api tenggelam darah pingsan setrum hanyut jebak jepit timbun luka tewas ledak evakuasi ambulans ambulan damkar parang golok bunuh lahir kejang keracun racun racuni tumbang terguling guling perosok terperosok korban nyawa sesak kritis rembes bacok tawuran gempa arus seret menit longsor putus melintang lintang',
  ],
  ['now', 'sekarang barusan saat segera cepat tolong darurat gawat masih hati-hati buru sos urgent detik'],
  ['past', 'kemarin lalu dulu sejak pernah sering setiap tiap kadang biasa rutin selalu waktu bekas tadi'],
  [
    'sell',
    'kuota pulsa paket internet nelpon operator simcard mb gb telkomsel indosat xl axis tri unlimited sms pelanggan jual beli promo diskon murah harga gratis ready order stok toko produk beli diskon voucher cashback katalog grosir eceran cod ongkir garansi sewa rental jasa servis terpercaya termurah minat nikmat',
  ],
  [
    'contact',
    'hubung wa telepon klik tautan sms ketik balas _telepon _tautan cs japri dm bio info chat kirim unreg reg hub aktif',
  ],
  ['prize', 'hadiah menang undi bonus pin poin kupon raih giveaway jackpot mobil klaim selamat resmi'],
  [
    'loan',
    'pinjam kredit agun bunga kta cair tunai modal bpkb limit jamin dana hutang tenor rekening transfer rek bank',
  ],
  [
    'gamble',
    'slot gacor maxwin depo deposit wd jp scatter spin togel bandar jepe jepeh cuan hoki rezeki main situs link member _kode _huruf_hias saldo kemenangan bet topcer zeus olympus rtp',
  ],
  [
    'conduct',
    'ramah judes jutek kasar bentak marah omel cuek acuh abai ketus cemberut sinis hina ejek maki usir tolak persulit bolos absen telat lambat hadir tidur ngobrol gosip ghibah rokok sombong semena seenak arogan bohong dusta ingkar alasan lempar oper pingpong suruh bolak-balik profesional tupoksi kinerja disiplin sanksi hukum sidak pecat mutasi selingkuh kenal dahulu duluan istirahat biar diam layan pelayanan tanggung salah wewenang aturan langgar curang adil pilih kasih tutup coret pangku salahguna becus kompeten niat serius lalai teledor telantar',
  ],
  [
    'event',
    'acara lomba festival parade latih kursus kegiatan pameran konser pawai program beasiswa wisata senam pentas seminar',
  ],
  [
    'private',
    'pt cv toko minimarket indomaret alfamart alfamidi alfa perusahaan pabrik pengembang developer tetangga leasing kolektor collector jukir preman ormas swasta koperasi majikan bos sopir supir driver ojol kontraktor bank investor pemborong warung ruko kafe cafe hotel klinik yayasan pedagang pkl pengamen pengemis pengendara pemotor',
  ],
  ['folk', 'saya kami warga anak ibu masyarakat bapak keluarga orang lansia siswa pedagang petani nelayan'],
  ['negation', 'tidak belum bukan jangan tanpa kurang'],
];

const NONE = 0;

const bits = new Map<string, number>();
CONCEPTS.forEach(([, words], place) => {
  for (const word of words.split(' ')) bits.set(word, (bits.get(word) ?? NONE) | (1 << place));
});

/** The kinds that a word belongs to, one bit each; 0 for none. */
export const conceptsOf = (word: string, stem: string): number =>
  (bits.get(word) ?? NONE) | (bits.get(stem) ?? NONE);

export const CONCEPT_COUNT = CONCEPTS.length;
