/**
 * Informal spellings of citizens' messages and what they stand for, written for this project. One line per standard
 * form (which may be two words), then its informal forms. Synonyms stay as they are: a spelling is corrected, a word
 * is not replaced.
 */
export const SHIPPED_LINES = `
yang: yg, yng, yag, iang
dengan: dgn, dg, dngn, dgan, dengn, dngan, ama
untuk: utk, tuk, bwt, untk, unt, ntuk, untuq, wat, buwat
karena: krn, krna, karna, kerna, gara, soale, coz, cz, krena, gegara
pada: pd, pda
dari: dr, dri, dary
ke: k
di: d
supaya: spy, supya, biar, suapaya
agar: agr
tapi: tp, tpi, tapii, tetapi, ttp, ttapi
juga: jg, jga, jugak, jgk, jugaa
saja: aja, aj, ja, doang, ajah, aje, sj, sja, ae
sudah: sdh, udh, udah, dah, sdah, sudh, suda, udha, sudahh, udahan, dh
belum: blm, blom, belom, blum, lom, blon, belon, bloman, blmm, blun
lagi: lg, lgi, lagii
banget: bgt, bngt, bgtt, bget, bangat, bangett, beud, bgd
bisa: bs, bsa, bis, bsaa, bisaa
dapat: dpt, dapet, dpat
harus: hrs, hrus, hrss, musti, mesti, mst, kudu
kalau: klo, kl, kalo, klw, klau, kalw, klu, kalu, lau, kalok, klaw
bagaimana: gmn, gimana, gmna, bgmn, bgaimana, gmana, bagaimn, gmanah, gimna, gemana, bgmana, gimane, bagemana, pigimana
kenapa: knp, knpa, mengapa, ngapa, napa, kenape, knapa, nape, kenpa
kapan: kpn, kpan, kapn, kpankah
di mana: dmn, dimn, dimana, dmna, dmana, dimna, dimane, dimanakah
ke mana: kmn, kemana, kmana, kmna, kemane
dari mana: drmn, darimana
berapa: brp, brapa, brpa, brapaan, berape, brapakah
siapa: sp, spa, siape, syapa
apa: ap, apaan, ape, apah
apakah: apkh, apakh, apkah, apaka
sekarang: skrg, skg, skrng, sekrg, skrang, skarang, skr, srkg, sekarng, skrag
besok: bsk, bsok, besuk, bsoknya
kemarin: kmrn, kmrin, kmaren, kemaren, kmren, kmarin, kemrin, kmarn
tadi: td, tdi, tadii
nanti: nt, nnt, nti, ntar, entar, nnti, ntr
lusa: lsa
tanggal: tgl, tggl, tangal
bulan: bln, buln
tahun: thn, th, tahon, taun, tahn
hari: hr, hri, harii
jam: jm, pkl, pukul
minggu: mggu, mgg, mnggu, minggon
malam: mlm, mlam, malem, malm
pagi: pgi, pagii
siang: siank, sian
sore: sre
tidak: ga, gak, gk, g, ngga, nggak, gag, enggak, engga, kagak, tdk, tak, ndak, nda, nggk, ngk, gx, tdak, tidk, ngak, kaga, tida, gaa, gakk, ndk, enda, kgk, dak, tdaklah, egk
tidak ada: gada, gaada, gaad, nggada, tdkada
jangan: jgn, jngn, jgan, jangn, jan
bukan: bkn, bukn, bkan
saya: sy, sya, aku, gue, gw, ane, q, ak, aq, gua, sayah, guwe, sayaa
kami: kmi, kamii
kita: kt, kta, qta, kitah
anda: kamu, kmu, lu, lo, loe, elu, ente, anta
mereka: mrk, mreka
dia: doi, diah
bapak: bpk, pk, pak, bapa, bp, pakde, bapake, bpak, bapakk
ibu: bu, ibuk, buk, bunda, bun, ibuu
kakak: kak, ka, kakk
mas: ms, mz
admin: min, mimin, mint, atmin, mimi, minn, adminn
bupati: pakbup, bup, bupti, bpati
walikota: walkot, wako, wlikota, pakwali
gubernur: gub, gubernu
mohon: mhn, mhon, moho, mohn, mohooon, mhonn
tolong: tlg, tlng, tlong, tolonglah, pls, plis, please, plz, tolongin, toling, tulong, plisss, tlongin
terima kasih: mks, makasih, mksh, trims, tq, tks, thanks, thx, terimakasih, trimakasih, makasi, trmksh, trmks, mksih, thank, makaseh, thankyou, tengkyu, trima, tksh, trimksh, mkasih, makasiih, terimaksih, thnks, tnx, timakasi
izin: ijin, ijn, izn, permisi
maaf: maap, mf, sory, sorry, sori, mav
silakan: silahkan, slhkn, silakn, monggo, slahkan
ditindaklanjuti: dtindaklanjuti, ditndk, ditindaklanjutin, tindaklanjuti, tindaklanjutnya, tindaklanjut
jalan: jln, jl, jlan, jlnan, jaln, jaalan
jembatan: jmbatan, jmbtan, jembtan, jbatan
lampu: lmpu, lamp
penerangan jalan: pju, lpju, pjuts, pjunya
lampu merah: bangjo, lampumerah, apill, stopan
padam: pdm, byarpet, padem
listrik: lstrk, listrk, lisrik, listik
air: airr
pdam: padm, perumdam, perumda, pam, ledeng, leding
sampah: smpah, sampa, smph
rumah: rmh, rmah, ruma
sekolah: skolah, sklh, sekola, skul, sklah
rumah sakit: rs, rsud, rsu, rumkit
puskesmas: pkm, pusk, pusksmas, puskes, puskemas, puskemass
kecamatan: kec, kcmtn, kecmtan, kcamatan
kelurahan: kel, klrhn, kelurhan, klurahan
desa: ds
dusun: dsn
gang: gg
kabupaten: kab, kabpten, kabupten
provinsi: prov, propinsi, provnsi
kompleks: komplek, komp, kompl
perumahan: perum, prumahan, perumhn
depan: dpn, dpan, depn
belakang: blkng, blakang, blkg, blkang
sebelah: sblh, sblah, sebla
samping: smping, sampng
dekat: dkt, deket, deketan, dkat
dalam: dlm, dlam, dalem
luar: lwar
atas: ats
bawah: bwh, bwah
antara: antr
simpang: smpg, spg, smpang
pelayanan: playanan, pelyanan, plyanan
masyarakat: masy, masyrkt, mayarakat, msyarakat, masyarkat, masyarakt
pemerintah: pemda, pemkab, pemkot, pemprov, pmrintah, pemerinta, pmerintah
petugas: ptgs, ptugas, petugs
pegawai: pegwai, pgawai, pegwe
dinas: dns, dinass
pendaftaran: pendftran, pendaftran, pndaftaran
daftar: dftar, dftr, daftr
informasi: info, infonya, informasinya, inpo, infokan, informsi, infoin
syarat: syrt, sarat, syart
persyaratan: persyratan, prsyaratan
nomor: no, nmr, nomer, nomernya, nomornya, nopel, nmer
telepon: telp, tlp, telpon, tlpn, tilpun, telfon, tlpon
whatsapp: wa, wasap, whatsap, watsap, wapri
handphone: hp, hape, hapenya
berlubang: berlobang, blubang, brlubang
lubang: lobang, lubng
rusak: rusakk, rusk, rsk, rusaaak
hancur: ancur, hncur, ancurr
banjir: bnjir, banjr
macet: mcet, maceet, mact
mampet: mampt
lambat: lmbat, lelet, lemot
gelap: glap, gelep, gelapp
sangat: sgt, sngt, sangatlah, sngat
selalu: sll, slalu, sellu, slalau
sering: srg, sring
semua: smua, smw, smuanya, smwa
sampai: smpe, sampe, nyampe, sampek, smpai, smpi, ampe
setiap: tiap, stiap, tiaptiap, tyap
orang: org, orng, orangg
anak: ank, anakk
tanya: tny, tanyak, nanya, nanyain, tnya, tanyain, nany
bertanya: brtanya, bertnya
menanyakan: mnanyakan, menayakan, menyakan
lewat: lwt, lewt, liwat
bayar: byr, bayr, bayarr
membuat: bikin, mbuat, bikn, bkin
seperti: kayak, spt, sprti, kaya, kyk, kek, sprt, kyak, seperi, sperti
sepertinya: kayaknya, kyknya, keknya, kayanya, kykny
tempat: tmpt, tmpat, tempt
kartu keluarga: kk, kartukeluarga
kartu identitas anak: kia
ktp: ktpel, ektp, ektpnya, ktpnya, ktep, katepe
warga: wrga, wargo, wargi, wrg
segera: sgera, sgra, sesegera, secepatnya, buruan, segra, sgr
cepat: cpt, cepet, cpat, cepetan
perbaikan: pebaikan, prbaikan, perbaikn
diperbaiki: dperbaiki, diperbaikin, dibenerin, dibenahi, dibetulin, dibetulkan, diprbaiki, dibenarkan, dbenerin
perbaiki: benerin, benahi, benarkan, memperbaiki, betulin
dibersihkan: dibersihin, dbersihkan
diangkut: diangkutin, dangkut
dipasang: dipasangin, dpasang
dibuatkan: dibikinin, dibikinkan, dbuatkan, dibuatin
dibangun: dbangun, dibangunin
kerja: krja, kerj
banyak: bnyk, byk, banyk, bnyak, bnayak
sedikit: sdkt, dikit, sdikit, dikid
orang tua: ortu, ortuku
teman: tmn, temen
sendiri: sndiri, sendri, dewek
benar: bener, bnr, bnar
begitu: gitu, gtu, bgitu, gt, begono
begini: gini, gni, bgini
kok: koq, ko
sih: seh, sii
dong: donk, dunk, dnk
deh: dech
nih: ni, niy, nieh, nihh
tuh: tuch
ya: y, yah, yaa, iya, iy, ye, yaw, yaaa
iyakan: yakan
oke: ok, okay, okey, okeh, okk
memang: emang, emg, mmg, emng
cuma: cm, cuman, cma, cmn
hanya: hny, hnya
pernah: prnh, prnah, perna
masih: msh, msih, masi, mash
ingin: pengen, pingin, pngen, pgn, ingn
mau: mo, maw, mw, mao
sebelum: sblm, sblum, sebelom
sesudah: ssdh
setelah: stlh, stelah, setlah
selama: slama, slma
sejak: sjk, sejk
ketika: ktika
kembali: kmbali, kmbli
biasa: biasah
biasanya: biasany, bysanya
memberi: ngasih, ksh, kasi, ngasi
melihat: liat, lht, liatin, ngeliat, ngliat
mengambil: ngambil, ngambl
mengurus: ngurus, ngurusin, mengurusi, ngurusnya
melapor: nglapor, ngelapor
menunggu: nunggu, nungguin, nunggunya
membayar: ngebayar
mengalir: ngalir, ngalirnya, ngalirr
menyala: nyalah, nyalain
menumpuk: numpuk, numpukk
membuang: ngebuang
memakai: make, pake, pakai, makai, pakek
mengganggu: ganggu, ngeganggu
mengecek: ngecek, ngechek
mengisi: ngisi
mengantar: nganter, ngantar, anter
antre: antri, ngantri, ngantre, antrian, antrean, ngantrinya
menjadi: jd, jdi, jdnya
katanya: ktnya, katany, ktanya
terus: trs, trus, teros, trz
langsung: lgsg, lngsung, langsng, lgsung
padahal: pdhl, pdahal, padhal
sebaiknya: sbaiknya, mendingan, mending
semoga: smoga, moga, smg, semga
harap: hrap, harapp
usul: usl, usulin
saran: srn, sarn
lapor: lpr, laporr
keluhan: kluhan, komplen, komplain, complain
parah: prah, paraah, parahh
masalah: mslh, masalh, msalah
pembangunan: pmbangunan, pembngunan
kendaraan: kndaraan, kendaran, kendraan
motor: mtr, motr, mtor
mobil: mbl, mobl
angkutan: angkutn
parkir: parkr, markir, prkir
trotoar: trotoir, tortoar
selokan: slokan, seloken
drainase: drainasi, drainage, drenase
gorong-gorong: gorong
kebersihan: kbersihan
kesehatan: kshtan, kesehtan
pendidikan: pndidikan, pendidkan
bantuan: bntuan, bantun
bansos: bansoss
pekerjaan: pkerjaan, pekrjaan
penduduk: pndduk, pendduk
wilayah: wil, wlayah
lingkungan: lingk, lingkngan
alamat: almt, alamt
lokasi: lokasih, tkp
keterangan: ket, ketrangan
surat: srt, surt
berkas: brkas, berks
pengajuan: pngajuan, pengjuan
online: onlin, daring
website: webnya
aplikasi: apk, app, apps
foto: poto, photo, pict
video: vidio, vid
halo: hallo, hai, hi, hello, helo, hay, alo, haloo, hei
assalamualaikum: asalamualaikum, aslm, asslm, assalamualikum, asw, ass, salam, assalamu, aslkm, assalamuallaikum, assallamualaikum, askum, samlekum, aswrwb, asalamuallaikum, assalammualaikum, assalaamualaikum, assalamualaykum
waalaikumsalam: waalaikum, wslm, wassalam, walaikumsalam, waalaikumussalam, wasalam
selamat: slamat, slmt, met, slmat, selamet
hormat: yth, hormatnya, ykh, yt
dan lain: dll, dsb, dkk, dst
rukun tetangga: rtnya
tanggapan: tanggepan, tnggapan
respons: respon, response, respond, rspon
kecewa: kcewa, kecewaa
alhamdulillah: alhamdulilah, alhmdulillah, alhmdllh, hamdalah
insyaallah: insyallah, insya, inshaallah, insha
astagfirullah: astaga, astaghfirullah, astagfirulloh
mantap: mantab, mantul, mantep, mantabb, mntap
keren: kren, keyen
slot: sl0t, s1ot, slott, zlot
gacor: g4cor, gac0r, g4c0r, gacorr
maxwin: m4xwin, maxw1n, mexwin
togel: t0gel, tog3l, toto
deposit: depo, dep0
withdraw: wd
jackpot: jp, jepe, jakpot, jackpott
bonus: b0nus, bonuss
`;
