import { describe, expect, it } from '@jest/globals';
import { REPORT_LANGUAGES, type ReportLanguage } from '@app/report-model';
import fc from 'fast-check';
import { detectLanguage } from './detect-language.js';
import { COMMON_WORDS, TELLING_WORDS } from './language-words.js';

const SENTENCES: Readonly<Record<ReportLanguage, readonly string[]>> = {
  id: [
    'Lampu jalan di depan puskesmas padam sejak Selasa, mohon segera diganti',
    'min kapan pemutihan pajak motor dibuka lagi?',
    'Terima kasih banyak atas bantuannya',
    'jln rusak parah dpn pasar, udh byk yg jatuh',
    'Bapak ibu dinas, syarat pindah sekolah anak apa saja ya',
    'Got mampet, kalau hujan air masuk ke rumah warga',
    'gimana sih ini, udah seminggu sampah ga diangkut',
    'jembatan gantung putus, anak sekolah takut lewat',
  ],
  en: [
    'The street light near our school has been broken for two weeks, please fix it',
    'Hello, how do I register my new address?',
    'no water since Monday, when will it be back',
    'Thank you for your help',
    'garbage truck did not come again this week',
    'Is the swimming pool open during the holidays?',
  ],
  jv: [
    'Pak, dalan ngarep balai desa bolong kabeh, kapan didandani?',
    'banyune mati wis telung dina, piye iki',
    'Nyuwun pirsa, menawi ngurus KTP syaratipun menapa mawon nggih',
    'lampune ora murup, bengi peteng banget',
    'matur suwun sanget, margi kula sampun sae',
    'sampahe mambu, ora ono sing njupuk',
  ],
  su: [
    'Pa, jalan ka sakola ruksak pisan, iraha bade didangdosan?',
    'cai teu ngocor ti kamari, kumaha ieu teh',
    'Hatur nuhun, lampu di lembur abdi tos hurung deui',
    'punten bade naros, syarat ngadamel akta naon wae',
    'runtah numpuk sisi pasar, bauna teu kiat',
    'solokan mampet, unggal hujan caah',
  ],
  bjn: [
    'Ulun handak batakun, pabila jalan di kampung kami dibaiki?',
    'banyu leding kada mangalir sudah dua hari, kayapa ini',
    'lampu di muka rumah ulun mati, kadap banar bila malam',
    'tarima kasih banar lah pak, jambatan kami hanyar diulah',
    'bubuhan pasar mambuang sampah ka sungai haja',
    'Kakanakan takutan tulak sakulah, jalannya rigat banar',
  ],
  vkt: [
    'Pak, jalan ke odah etam rusak beneh, ndik kawa lewat',
    'aer leding di kampung etam ndik ngalir dari kemai',
    'mun nak urus KTP tu bawa apa gerang leh',
    'makasèh beneh pak, lampu jalan etam sudah hidup',
    'sampah etam endik diangkut-angkut, bebau beneh',
  ],
  und: [
    '',
    '12345',
    '🙏🙏🙏',
    'P',
    'tes',
    'suwun',
    'Sangatta Utara',
    '@dinas #lapor',
    'https://contoh.go.id/a',
    'مرحبا بكم',
  ],
};

/** As citizens do: the words of one language around things that have an Indonesian name. */
const MIXED: readonly (readonly [ReportLanguage, string])[] = [
  ['jv', 'Nyuwun tulung, lampu penerangan jalan umum ning Sangatta Utara wis mati seminggu'],
  ['su', 'punten admin, kartu keluarga abdi teu acan jadi, kumaha'],
  ['bjn', 'ulun sudah lapor ke kantor kecamatan tapi kada ditanggapi'],
  ['vkt', 'bantuan rumah tidak layak huni etam ndik dapat-dapat'],
  ['id', 'Mohon maaf, website dan email dinas error, tolong di-update please'],
  ['id', 'Matur suwun pak, sekarang jalan di desa kami sudah diperbaiki dan tidak berlubang lagi'],
  ['en', 'the website of Disdukcapil is down and the officers at the counter could not help'],
  ['und', 'Mohon segera diperbaiki jalan ini, please fix the road'],
];

describe('the language of a text', () => {
  it.each(Object.entries(SENTENCES))('is told where citizens write %s', (language, sentences) => {
    expect(sentences.map((text) => [text, detectLanguage(text)])).toEqual(
      sentences.map((text) => [text, language]),
    );
  });

  it.each(MIXED)('is %s for a mixture: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('is that of the writer, whatever was quoted or linked, shouted or stretched', () => {
    expect(detectLanguage('ORA ONO BANYUUUUU, PIYEEE IKI')).toBe('jv');
    expect(detectLanguage('Lampu jalan kami sudah menyala\n> please tell us whether the light is on')).toBe(
      'id',
    );
    expect(detectLanguage('kada tahu ulun https://example.com/the/road/is/not/what/it/was')).toBe('bjn');
  });

  it('is the same for any text, before and after any other, and always one of ours', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const first = detectLanguage(text);
        detectLanguage('ulun handak batakun');
        expect(detectLanguage(text)).toBe(first);
        expect(REPORT_LANGUAGES).toContain(first);
      }),
      { numRuns: 200 },
    );
  });

  it('takes no longer for a megabyte than for ten thousand letters', () => {
    for (const piece of ['a', 'eu', 'men', 'ne ', '-', '🙏', 'ngono ']) {
      const long = piece.repeat(1_000_000 / piece.length);
      const began = performance.now();
      detectLanguage(long);
      expect(performance.now() - began).toBeLessThan(1_000);
    }
  });
});

describe('the words that tell a language', () => {
  it('stand once in a list, and in the common ones only if they are in no other', () => {
    for (const words of [...Object.values(TELLING_WORDS), COMMON_WORDS]) {
      const list = words.trim().split(/\s+/);
      expect(list).toEqual([...new Set(list)]);
    }
    const telling = new Set(Object.values(TELLING_WORDS).join(' ').split(/\s+/));
    expect(
      COMMON_WORDS.trim()
        .split(/\s+/)
        .filter((word) => telling.has(word)),
    ).toEqual([]);
  });
});
