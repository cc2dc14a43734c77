import { REPORT_CLASSES } from '@app/report-model';
import { describe, expect, it } from '@jest/globals';
import { loadModel } from '../linear/triage-model.js';
import { TINY_CORPUS } from '../testing/tiny-corpus.js';
import { trainModel } from '../training/train-model.js';
import { createClassifier } from './create-classifier.js';

const model = loadModel(trainModel(TINY_CORPUS));
const classifier = createClassifier(model);

const HARD_TEXTS: [string, string][] = [
  ['nothing', ''],
  ['NUL', 'jalan\u0000rusak'],
  ['lone surrogates', '\ud800 jalan \udc00 rusak'],
  ['100,000 letters without a space', 'a'.repeat(100_000)],
  ['100,000 characters of words', 'jalan rusak ini '.repeat(6_250)],
  ['100,000 signs', '@.-?!0['.repeat(14_286)],
  ['only emoji', '😭😭🙏'],
  ['another script', '道路坏了 дорога разбита'],
  ['names of object members', 'constructor __proto__ hasOwnProperty toString'],
];

describe('classify', () => {
  it.each([
    ['Jalan di kampung kami rusak, tolong diperbaiki', 'complaint'],
    ['Usul pak, perbanyak taman', 'aspiration'],
    ['Min mau tny syarat bikin ktp apa aja?', 'information'],
    ['slot gacor bonus new member', 'spam'],
  ])('takes "%s" for %s', (text, label) => {
    expect(classifier.classify(text).label).toBe(label);
  });

  it.each([
    '',
    '   ',
    '😀👍',
    'Halo min',
    'assalamualaikum',
    'Selamat pagi pak',
    'p',
    '@dinas',
    'Terima kasih 🙏',
  ])('takes the courtesy "%s" for other, without flags or evidence', (text) => {
    const { label, flags, evidence } = classifier.classify(text);
    expect(label).toBe('other');
    expect(Object.values(flags)).toEqual([false, false, false]);
    expect(evidence).toEqual([]);
  });

  it('is less sure of words it does not know than of a greeting', () => {
    const unknown = classifier.classify('qwxz vbnm');
    expect(unknown.label).toBe('other');
    expect(unknown.confidence).toBeLessThan(0.5);
  });

  it('takes a question about a defect for a complaint', () => {
    expect(classifier.classify('Kapan jalan berlubang ini diperbaiki?').label).toBe('complaint');
  });

  it('is sure of a question beside a claim of failure only when it is very sure', () => {
    const modest = createClassifier({ ...model, temperature: model.temperature * 4 });
    const alone = modest.classify('Syarat membuat KTP apa saja? punya saya jadi');
    const beside = modest.classify('Syarat membuat KTP apa saja? punya saya belum jadi');
    expect([alone.label, beside.label]).toEqual(['information', 'information']);
    for (const { confidence } of [alone, beside]) {
      expect(confidence).toBeGreaterThan(model.unsureBelow);
      expect(confidence).toBeLessThan(0.95);
    }
    expect([alone.unsure, beside.unsure]).toEqual([false, true]);
  });

  it.each(HARD_TEXTS)('gives finite scores that sum to 1 for %s', (_name, text) => {
    const { label, confidence, scores } = classifier.classify(text);
    const values = REPORT_CLASSES.map((name) => scores[name]);
    expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
    expect(confidence).toBe(Math.max(...values));
    expect(scores[label]).toBe(confidence);
  });

  it('names the version of its model', () => {
    expect(classifier.modelVersion).toBe(model.modelVersion);
  });
});

describe('flags', () => {
  it.each([
    ['supervisory', 'Ada pungli di kantor kelurahan, disuruh bayar 50rb'],
    ['supervisory', 'Mobil dinas itu dipakai mengangkut pasir, rusak parah jalan kami'],
    ['urgent', 'ada kebakaran blkng pasar skrg!! tolong damkar'],
    ['urgent', 'Truk pasir terperosok depan pasar, tolong evakuasi'],
    ['publicRecord', 'Saya mahasiswa, mau minta data realisasi APBD untuk skripsi'],
  ] as const)('raise %s for "%s" and show the words', (flag, text) => {
    const { flags, evidence } = classifier.classify(text);
    expect(flags[flag]).toBe(true);
    expect(evidence.some(({ supports }) => supports === flag)).toBe(true);
  });

  it.each([
    ['supervisory', 'Pelayanan lama sekali dan rusak antriannya, tapi tidak ada pungli'],
    ['supervisory', 'Oknum pengendara merusak lampu jalan, sudah dua minggu mati'],
    ['supervisory', 'Mahasiswa kami akan KKN, jam berapa kantor buka?'],
    ['urgent', 'Nomor pemadam kebakaran berapa ya?'],
    ['publicRecord', 'Data saya di KTP salah, tolong diperbaiki'],
  ] as const)('do not raise %s for "%s"', (flag, text) => {
    const { flags, evidence } = classifier.classify(text);
    expect(flags[flag]).toBe(false);
    expect(evidence.some(({ supports }) => supports === flag)).toBe(false);
  });
});
