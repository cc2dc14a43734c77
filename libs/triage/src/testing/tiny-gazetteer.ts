import { Gazetteer } from '../places/gazetteer.js';

const FILES = {
  province: 'code,name\n33,JAWA TENGAH\n64,KALIMANTAN TIMUR\n',
  regency:
    'code,province_code,name\n33.01,33,KABUPATEN MALANG\n64.03,64,KABUPATEN BERAU\n64.08,64,KABUPATEN KUTAI TIMUR\n64.72,64,KOTA SAMARINDA\n',
  district:
    'code,regency_code,name\n33.01.01,33.01,Samarinda\n64.03.02,64.03,Talisayan\n64.08.09,64.08,Bengalon\n64.08.15,64.08,Kaubun\n64.08.16,64.08,Karangan\n',
  village:
    "code,district_code,name\n33.01.01.2001,33.01.01,Suparman\n64.03.02.2004,64.03.02,Bumi Jaya\n64.08.09.2001,64.08.09,Jum'at Baru\n64.08.15.2001,64.08.15,Bumi Jaya\n64.08.15.2002,64.08.15,Mata Air\n",
};

/** A few areas of two provinces; Kutai Timur (64.08) is home. */
export const TINY_GAZETTEER = new Gazetteer({
  files: FILES,
  home: '64.08',
  aliases: [
    { name: 'Kutim', codes: ['64.08'] },
    { name: 'Sangatta', codes: ['64.08.09', '64.08.15'] },
  ],
  ordinaryWords: new Set(
    'malang mata air karangan kering bumi jaya rusak pasar induk mawar menuju sekali nasib'.split(' '),
  ),
});
