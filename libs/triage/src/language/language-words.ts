import type { ReportLanguage } from '@app/report-model';

export type KnownLanguage = Exclude<ReportLanguage, 'und'>;

/**
 * Words that give a language away, written for this project: function words, particles, and what citizens report in, as
 * they spell them. A word of several languages stands with each of them and counts for each the less; what Indonesian
 * shares with its neighbours (`kita`, `kaya`, `lah`) is left out.
 */
export const TELLING_WORDS: Readonly<Record<KnownLanguage, string>> = {
  id: `
    yang yg yng dengan dgn untuk utk tidak tdk gak ga gk nggak ngga enggak tak sudah sdh udah udh belum blm karena krn
    krna karna kalau kalo klo tetapi tapi tp seperti adalah telah akan oleh kepada sangat banget bgt sekali sampai
    sampe hingga saya sy gue gw kamu anda mereka kalian beliau bapak ibu kakak selamat terima kasih makasih trims
    mohon tolong tlg silakan harap bagaimana gimana gmn kenapa knp mengapa kapan kpn berapa brp siapa dimana bisa bs
    dapat dpt harus hrs boleh ingin agar supaya biar pada pd dari dr serta atau lagi lg juga jg saja aja aj masih
    hanya cuma pernah sering selalu sekarang skrg besok kemarin nanti begitu begini gitu gini dong deh sih bukan
    jangan jgn setiap semua banyak sedikit lebih kurang baru beberapa tersebut terkait tentang sehingga meskipun
    walaupun namun jika apabila maupun yaitu yakni selama sebelum setelah segera secepatnya perbaikan diperbaiki
    memperbaiki dibersihkan diangkut ditindaklanjuti melaporkan menjadi warga masyarakat petugas pelayanan kendaraan
    pembangunan permohonan pengaduan laporan memiliki kembali melalui paling harga ternyata tiba saat waktu selain
    para akibat sejak tadi hampir bahkan atas mah kang lawan halus malah gede`,
  en: `
    the and is are was were been of to for with from that this these those there their they you your we our my mine
    she he his her it its not dont doesnt didnt cant cannot wont isnt im ive havent hasnt have has had will would can
    could should must please pls thank thanks what when where why who how which because but or if than then very much
    many any some every about after before since until still again good morning evening afternoon dear sir madam hello
    like want need help know tell ask make made does did doing done being road street water light lights garbage trash
    school office people government broken repair fix fixed schedule days weeks months years nobody someone anyone
    everyone everything nothing anything something here near into over under between without during other another`,
  jv: `
    iki kuwi iku kae niki niku punika menika kene kono kana ing ning neng nang nek yen menawi saka seko soko saking
    marang ora mboten boten durung dereng wis wes sampun arep ape badhe bade kudu iso saged nembe isih ijih isek
    taksih kulo kula kowe sampeyan panjenengan njenengan dheweke dhewe piyambak inyong sing ingkang lan karo kalih
    kaliyan utawa nanging amarga amargi jalaran mergo merga supados kanggo kangge opo menopo nopo piye pripun kepiye
    ngopo pundi endi ngendi sapa sopo sinten pira piro pinten wong tiyang bocah lare omah omahe omahku griya dalan
    dalane banyu banyune lepen kreteg geni udan wengi bengi esuk enjing wingi sesuk saiki sakniki mangke mengko suwe
    suwi dangu kabeh sedaya sedoyo akeh kathah sithik sitik cilik gedhe gede apik sae elek adoh cedhak mburi ngarep
    ngisor nduwur duwur njero njaba mlaku mlebu metu teka tekan teko lunga nyuwun njaluk tulung matur suwun nuwun
    maturnuwun sugeng monggo nggih inggih mbok lha rek lur wae mawon kados koyo tenan blas mung namung malah maneh
    meneh jeglongan peteng mambu ndandani mbayar takon tangklet gawe damel duwe gadah dadi dados nganti ono wonten
    entuk angsal menehi ojo ben lagek jare yo ae arek cak pakdhe resik anyar jebul muga mugi mugo ngono ngene nganggo
    dinggo dingge nggo luwih yaiku sasi dina kanthi dening sek rega kakehan nggawe uga wektu munggah saben rada nyapo
    wedi nesu mangan ngombe rasah disik enteni ngenteni tansah ket jarene`,
  su: `
    ieu eta nu anu teu henteu moal acan tacan geus tos atos parantos bade rek hayang hoyong kudu kedah tiasa tiasana
    keur nuju keneh abdi urang kuring aing maneh anjeun anjeunna arurang sadaya sadayana kabeh jeung sareng atanapi
    atawa nanging kusabab margi kumargi sangkan pikeun kanggo ku ti tina kana dina naon kunaon naha kumaha iraha saha
    sabaraha wae mah teh atuh euy oge ge deui pisan jalma jalmi jelema budak barudak imah bumi cai caina walungan
    sasak seuneu peuting wengi isuk enjing kamari isukan ayeuna engke lila lami loba seueur saeutik sakedik leutik
    alit ageung alus sae tebih deukeut caket hareup payun handap luhur dugi sumping indit asup kaluar mayar naros
    tumaros nyuhunkeun menta hapunten punten hatur nuhun wilujeng sonten mangga muhun sumuhun enya leres ruksak butut
    legok caah poek pareum hurung runtah lembur kitu kieu ngan nepi tuluy saprak saur cenah kang teteh ulah mun upami
    lamun ka aya eweuh euweuh weh baraya anyar ngadamel kenging sieun tiris ngeunah gancang geura sagala cing langkung
    pangaos supados gaduh janten milu diajar ditu wargi liwat lalaki aralus pan sami rebu pendak damang bingah karunya
    leungit ngiring nempo ngantri dianteur`,
  bjn: `
    kada kadada kadanya kadap balum hudah imbah ulun unda pian ikam inya sidin bubuhan buhan kakanakan urang nang
    gasan wan lawan matan amun mun banar haja hajakah jua pang wal handak kawa hingkat kayapa bapira barapa pabila
    pabilakah sabarataan samunyaan ngini ngitu nitu nini wayah samalam kamarian baisukan hanyar lawas bahari banyu
    banyunya ganal halus parak handap balubang calap rigat bacin rarahan maulah diulah ulah diulahakan dibaiki
    mambaiki manukar batakun bapandir pandir bagawi gawi gawian umpat malihat lihati tulak bulik bajalan bajalanan
    tatap tarus pina purun garing guring lakas tarima acil amang abah uma julak ading mambayar mambuang maulahakan
    manunggu basakulah sakulah sakulahan muhara higa jambatan saurangan samua talalu karana bujur kaina hagan tagal
    supan himung bungas nintu wadai nangkaya kaini kaitu kanapa mangapa ka balajar bakajut mandangar mahadang hadangan
    bararti kaluar sawat suah talu bapuluh masigit subalah dimuka mutur urangnya wadah wara tadapat kadida wahini
    wahinian liwar lapah katuju magin isuk sumalam baisi uyuh sabujurnya maras mambari bujur-bujur rahatan sagan gair
    koler muar labat sasain garang barataan mudahan sihat baluka tadangar`,
  vkt: `
    etam ndik endik ndek nde ndia ndiktau ndatau beneh odah kemai mpai mpagi merian leh yoh gin gerang lok hajak haje
    hajje kawa mun polah sida koyok parak higa pegi begawe begawei ngalak alak jajak bebayaan bujuran dibebener
    bebener calap kesah besupanan bekesah becarang becarangan betakun makaseh aer jua pang tegak bebau garang mengalak
    ngitu-tu ndik-ndik`,
};

/** Words of Indonesian that its neighbours have, too, or that are no grammar: they tell it where nothing else speaks. */
export const COMMON_WORDS = `
    ada di ke dan ini itu apa kami kita aku jadi sebagai tanpa hari minggu bulan tahun malam pagi siang sore jam orang
    anak rumah jalan jln rusak parah lubang berlubang lampu mati padam air bersih macet banjir sampah menumpuk bau
    kotor jembatan sekolah guru kantor desa kecamatan kabupaten kelurahan kartu keluarga bantuan surat syarat biaya
    bayar buka tutup jadwal listrik tagihan pasar minta tanya lapor lihat cek urus buat bikin pakai beli jual bawa
    masuk keluar datang pergi pulang tunggu bahaya takut sakit mahal murah besar kecil depan belakang dekat jauh
    tempat wilayah daerah gelap jelas bagus baik buruk susah mudah cepat lambat ya iya nya punya sama kayak mau
    manfaat manusia mandiri mampu mangkrak mangkal mandat manakala kerja foto teman suka saudara bantu dibantu terus
    lewat kirim hujan nomor mulai tinggal tiap dalam semoga aman butuh perlu coba cukup sebelah habis turun putus
    hilang lama kosong maaf salah katanya sambil kena tinggi ikut ganti makin ramai satu ribu juta parkir mobil motor
    truk taman kota pohon bawah gratis lengkap usul daftar ditutup dibuka main dipakai pasti umum khusus panjang
    langsung kali dikasih bareng nunggu pake kemana dulu mana sini kok mantap lancar betul kata nama`;
