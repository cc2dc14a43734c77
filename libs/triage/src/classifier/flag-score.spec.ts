import { describe, expect, it } from '@jest/globals';
import { SHIPPED_LEXICON } from '../lexicon/lexicon.js';
import { loadModel } from '../linear/triage-model.js';
import { trainModel } from '../training/train-model.js';
import { flagScore } from './flag-score.js';
import { createScorer } from './score-text.js';

const ALLEGATION = 'Kerabat pak kades selalu didahulukan saat pembagian, nama kami dicoret diam-diam.';
const BACKGROUND = [
  'Saya tinggal di ujung kampung bersama istri dan tiga anak yang masih sekolah dasar.',
  'Setiap hari kami berkebun lada, hasilnya dijual ke pengepul di kota kecamatan.',
  'Tahun lalu panen bagus, tetapi musim ini hujan turun terus sehingga daunnya menguning.',
  'Rumah kami berdinding papan, atapnya seng, lantainya semen yang dulu dibuat ayah sendiri.',
  'Mertua saya sudah sepuh dan berobat ke puskesmas setiap dua minggu naik perahu tetangga.',
  'Anak sulung baru lulus, ingin melanjutkan kuliah di jurusan perikanan kalau ada biaya.',
];
const examples = [
  ...BACKGROUND.map((text) => ({ text, label: 'complaint' as const, supervisory: false })),
  ...[
    ALLEGATION,
    'Kerabat kades didahulukan terus.',
    'Nama warga dicoret diam-diam oleh kades.',
    'Pembagian hanya untuk kerabat pak kades.',
  ].map((text) => ({ text, label: 'complaint' as const, supervisory: true })),
];
const score = createScorer(loadModel(trainModel(examples)), SHIPPED_LEXICON);
const scoreOf = (sentences: readonly string[]) => flagScore(score(sentences.join(' ')), 'supervisory');

describe('flagScore', () => {
  it.each([0, 3, 6])('finds an allegation in a long letter after %d other sentences', (place) => {
    const letter = scoreOf(BACKGROUND.toSpliced(place, 0, ALLEGATION));
    expect(letter).toBeGreaterThan(scoreOf(BACKGROUND) + 2.5);
  });

  it('takes other flags from the text as a whole', () => {
    const scored = score([...BACKGROUND, ALLEGATION].join(' '));
    expect(flagScore(scored, 'urgent')).toBe(scored.scores[7]);
  });
});
