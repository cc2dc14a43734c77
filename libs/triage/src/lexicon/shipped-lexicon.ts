/**
 * Informal spellings of citizens' messages and what they stand for, written for this project. One line per standard
 * form (which may be two words), then its informal forms. Local words (Kutai, Banjar, Javanese, Sundanese) are listed
 * only where they have no other meaning in Indonesian.
 */
export const SHIPPED_LINES = `
yang: yg, yng, ingkang, nu
dengan: dgn, dg, dngn, dgan
untuk: utk, tuk, bwt, untk, gasan, kanggo
karena: krn, krna, karna, gara, soalnya, amargi, lantaran
pada: pd
dari: dr, dri, ti
supaya: spy, agar, biar
tapi: tp, tpi, tetapi, namun
juga: jg, jga, jugak, jua
saja: aja, aj, ja, doang, haja, wae
sudah: sdh, udh, udah, dah, sdah, sudh, wis, sampun, geus, atos, tos
belum: blm, blom, belom, blum, balum, lom, mpai, durung, dereng, tacan
lagi: lg, lgi
banget: bgt, bngt, bgtt, banar, pisan, tenan
bisa: bs, bsa, dapat, dpt, hingkat, iso, tiasa
harus: hrs, hrus, kudu, kedah
kalau: klo, kl, kalo, klw, klau, kalw, klu, amun, lamun, yen
bagaimana: gmn, gimana, gmna, bgmn, bgaimana, gmana, bagaimn, piye, pripun, kumaha
kenapa: knp, knpa, mengapa, ngapa, naha, napa
kapan: kpn, iraha
di mana: dmn, dimn, dimana, dmna, dmana
ke mana: kmn, kemana, kmana
berapa: brp, brapa, brpa, bapira, sabaraha, pinten, piro
siapa: sp, sapa, spa
apa: ap, apaan, opo, nopo, naon
apakah: apkh, apakh
sekarang: skrg, skg, skrng, sekrg, skrang, saiki, ayeuna
besok: bsk, bsok, mpagi
kemarin: kmrn, kmrin, kmaren, kemaren, kmren, kemai, wingi, kamari
tanggal: tgl
bulan: bln, wulan
tahun: thn, th
hari: hr, hri
minggu: mggu, mgg, mnggu
malam: mlm, mlam
tidak: ga, gak, gk, g, ngga, nggak, gag, enggak, engga, kagak, tdk, tak, ndak, nda, ndik, endik, kada, ora, mboten, teu, henteu, nggk, ngk, gx, tdak, tidk, ngak, kaga, tida
jangan: jgn, jngn, ojo
bukan: bkn, sanes, dudu
saya: sy, sya, aku, gue, gw, ane, ulun, abdi, kulo, q, ak, aq, sayah
kami: kmi
kita: kt, kta, etam
bapak: bpk, pk, pak, bapa, bp, pakde
ibu: bu, ibuk, buk
admin: min, mimin, mint, atmin
bupati: pakbup, bup
walikota: walkot
mohon: mhn, mhon, moho, nyuwun, moon
tolong: tlg, tlng, tlong, tolonglah, pls, plis, please, tulung, plz, tolongin
terima kasih: mks, makasih, mksh, trims, tq, tks, thanks, thx, terimakasih, trimakasih, makasi, nuhun, suwun, maturnuwun, trmksh, trmks, mksih, thank, makaseh
izin: ijin, ijn, permisi
ditindaklanjuti: dtindaklanjuti, ditndk, ditindaklanjutin, tindaklanjuti, tindaklanjutnya, tindaklanjut
jalan: jln, jl, jlan, jlnan, dalan
jembatan: jmbatan, jmbtan
lampu: lmpu, lampune
penerangan jalan: pju, lpju, pjuts
padam: pdm, byarpet
listrik: lstrk
air: aer, aek, banyu, cai, caina
pdam: padm, perumdam, perumda
sampah: smpah, rarahan, runtah
rumah: rmh, rmah, omah, imah
sekolah: skolah, sklh, sekola, skul
rumah sakit: rs, rsud, rsu
puskesmas: pkm, pusk, pusksmas
kecamatan: kec, kcmtn, kecmtan
kelurahan: kel, klrhn, kelurhan
desa: ds
dusun: dsn
gang: gg
kabupaten: kab
depan: dpn, dpan, ngarep
belakang: blkng, blakang, blkg
sebelah: sblh, sblah
dekat: dkt, deket, parak
simpang: smpg, spg
pelayanan: playanan, pelyanan
masyarakat: masy, masyrkt, mayarakat
pemerintah: pemda, pemkab, pemkot, pemprov, pmrintah
petugas: ptgs, ptugas
pendaftaran: pendftran, pendaftran
daftar: dftar, dftr
informasi: info, infonya, informasinya, inpo, infokan
syarat: syrt, syaratnya, sarat, persyaratannya
nomor: no, nmr, nomer, nomernya, nomornya
telepon: telp, tlp, telpon, tlpn, hp, wa, whatsapp, kontak
berlubang: bolong, bolongbolong, jeglongan, lobang, berlobang
rusak: rusaknya, kerusakan, rusakk, butut, ruksak, rusk, ancur, hancur
banjir: kebanjiran, banjirnya, calap, caah
lama: lawas, suwe, lila, lamban, lambat, lelet, lemot
gelap: peteng, poek
sangat: sgt, sngt, sangatlah
selalu: sll, slalu
semua: smua, smw, smuanya
sampai: smpe, sampe, nyampe, sampek
setiap: tiap, stiap, tiaptiap
orang: org, orng, wong, jalma
anak: ank, anaknya
tanya: tny, tanyak, nanya, menanyakan, nanyain, bertanya, tanyakan, takon
lewat: lwt, lewt
bayar: byr, mbayar
buat: bikin, gawe
seperti: kayak, spt, sprti, kaya, kyk, kek, sprt
tempat: tmpt, tmpat
ada: aya, ono
kartu keluarga: kk
kartu identitas anak: kia
ktp: ktpel, ektp, ektpnya, ktpnya
warga: wrga, wargo, wargi
segera: sgera, sgra, sesegera, secepatnya, buruan
perbaikan: pebaikan, prbaikan
diperbaiki: dperbaiki, diperbaikin, dibenerin, didandani, dibaiki, dibenahi
perbaiki: benerin, benahi, benarkan, memperbaiki
halo: hallo, hai, hi, hello, helo, hay, alo
assalamualaikum: asalamualaikum, aslm, asslm, assalamualikum, asw, ass, salam, assalamu
waalaikumsalam: waalaikum, wslm
selamat: slamat, slmt, met, wilujeng, sugeng
pagi: pgi, pagii, enjing
siang: siank
hormat: yth, hormatnya, ykh
dan lain: dll, dsb
`;
