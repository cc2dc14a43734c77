/**
 * Words of Kutai Malay, Banjar, Javanese and Sundanese in citizens' messages, and what they stand for in Indonesian,
 * written for this project. Only words without another meaning in Indonesian (`kawa`, `lawan`, `kita` are false friends
 * and left out). One line per Indonesian form, then the local ones.
 */
export const LOCAL_LINES = `
yang: ingkang, nu
untuk: gasan, kanggo, kangge, pikeun
karena: amargi, jalaran, kulantaran
dari: ti, saka, saking, matan
saja: haja, wae, mawon, ngan
sudah: wis, wes, sampun, geus, tos, parantos, wus
belum: balum, durung, dereng, tacan, acan, tareuh
banget: banar, pisan, tenan, beneh, temenan
bisa: hingkat, iso, saged, tiasa
harus: kudu, kedah
kalau: amun, lamun, yen, upami, menawi, bilamana
bagaimana: piye, pripun, kumaha, kayapa
kenapa: naha, kunaon, ngopo, geneya
kapan: iraha, pabila, pabilakah
di mana: pundi, endi
berapa: bapira, sabaraha, pinten, piro, barapa
siapa: sapa, sinten, saha
apa: opo, nopo, menopo, naon, apaan
sekarang: saiki, ayeuna, sakniki, samangke
besok: mpagi, isuk, enjing, sesuk, benjing
kemarin: kemai, wingi, kamari, samalam
bulan: wulan, sasih
hari: dinten, dino, poe
malam: wengi, peuting, bengi
siang: beurang
tidak: kada, ora, mboten, teu, henteu, ndik, endik, kadada, nteu, moal, ndatau
jangan: ojo
bukan: sanes, dudu
ingin: handak, hayang, hoyong, kepengin, pengin
mau: arep, bade, karep
minta: njaluk, nyuwun, menta, nyungkeun, paneda
saya: ulun, abdi, kulo, kula, inyong, sayah
kami: etam, bubuhan
anda: pian, panjenengan, anjeun, sampeyan, sampean, njenengan
dia: sidin, inya, anjeunna, piyambake
orang: wong, jalma, tiyang
anak: bocah, budak, lare
anak-anak: kakanakan, barudak
ibu: umanya, indung
mohon: moon, punten, nyuwun
tolong: tulung, tulungi, tulungan
terima kasih: nuhun, suwun, maturnuwun, makaseh, tarimakasih
jalan: dalan, margi
jembatan: kreteg, sasak
lampu: senthir, lampune, lampuna
air: banyu, cai, aer, toya, caina, banyune
sampah: rarahan, runtah, uwuh
rumah: omah, imah, griya, odah
sekolah: sakola, sakulah, sekolahan
sungai: walungan, lepen
desa: lembur, kampong
kota: kutha, dayeuh
depan: payun
belakang: mburi, wingking
dekat: parak, cedhak, caket, deukeut, higa
jauh: adoh, tebih
besar: gedhe, ganal, ageung
kecil: cilik, leutik
banyak: akeh, kathah, loba, seueur
rusak: risak, ruksak, butut
berlubang: bolong, jeglongan, legok
banjir: caah, calap, kebanjiran
lama: suwe, lawas, lila, dangu
gelap: peteng, poek, kadap
kotor: rigat
bau: mambu, bacin
mati: paeh, pareum, pejah
hidup: urip, hirup, hurung
datang: teka, dugi, sumping, rawuh
pergi: lunga
lihat: ningali, delok, lihati, tingali, pirsa
perbaiki: dibaiki, baiki, dibebener, didandani
bayar: mbayar
buat: gawe, ngadamel, nyieun, maulah, damel
bicara: nyarios, ngomong, bapandir
tanya: takon, tumaros, naros, tangklet, batakun
ambil: jupuk, candak, nyandak, maambil
beri: paringi, paringan, menehi, bari
dapat: kenging, entuk, angsal, kabagian
takut: wedi, sieun, ajrih
senang: himung, seneng, bungah, bingah
bagus: apik, sae
benar: leres
jelek: elek
semua: sadaya, kabeh, sabarataan, samunyaan, sedoyo
sedikit: sakedik, saeutik, sathithik
setiap: unggal, saban
sama: sami, podo
seperti: kados, siga, koyo
tetapi: nanging, tapina
atau: utawi
juga: jua, ugi, oge
masih: isih, taksih, keneh
hanya: mung, namung, ngan
di sini: kene, dieu, mriki
di sana: kono, ditu, mrika
ini: iki, ieu, niki, ngini
itu: kuwi, eta, niku, ngitu
iya: inggih, nggih, muhun, sumuhun, enggeh
selamat: wilujeng, sugeng
hujan: udan
api: geni, seuneu
kebakaran: kahuruan, kobongan, katunuan
uang: duit, artos, arto, dhuwit
petani: pahuma
kakek: aki, mbah, kai
permisi: tabe
`;
