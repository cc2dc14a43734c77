import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { loadModel, trainModel, type Taxonomy } from '@app/triage';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runEvaluate } from './evaluate-file.js';

const model = loadModel(
  trainModel([
    { text: 'jalan rusak', label: 'complaint' },
    { text: 'lampu mati', label: 'complaint' },
    { text: 'slot gacor', label: 'spam' },
    { text: 'promo pulsa', label: 'spam' },
    { text: 'apa syarat ktp', label: 'information' },
  ]),
);
const names = { id: 'x', en: 'x' };
const TINY_TAXONOMY: Taxonomy = {
  code: 'tiny',
  version: '1',
  name: names,
  agencies: [{ code: 'aa', shortName: 'A', name: 'A' }],
  addressees: [],
  groups: [
    {
      code: 'jalan',
      name: names,
      topics: [{ code: 'jalan.a', name: names, agency: 'aa', cues: ['1: jalan'] }],
    },
    {
      code: 'lampu',
      name: names,
      topics: [{ code: 'lampu.a', name: names, agency: 'aa', cues: ['1: lampu'] }],
    },
  ],
};
const GOOD = [
  '{"text":"jalan rusak parah","label":"complaint","urgent":false,"source":"x"}',
  '{"text":"slot gacor","label":"spam","urgent":null}',
];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wadah-evaluate-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function evaluate(lines: readonly string[], json = false): Promise<{ status: number; said: string }> {
  const file = join(folder, 'rows.jsonl');
  await writeFile(file, lines.join('\n'));
  return evaluatePath(file, json);
}

async function evaluatePath(file: string, json: boolean): Promise<{ status: number; said: string }> {
  const output = new PassThrough();
  const status = await runEvaluate(model, file, { json, taxonomy: TINY_TAXONOMY }, output);
  return { status, said: String(output.read()) };
}

describe('runEvaluate', () => {
  it('prints a table with a line per class, the means and the confusion matrix', async () => {
    const { status, said } = await evaluate(GOOD);
    expect(status).toBe(0);
    expect(said).toMatch(/^pengaduan +1\.000 +1\.000 +1\.000 +1$/m);
    expect(said).toMatch(/^\(tanda\) darurat +0\.000 +0\.000 +0\.000 +0$/m);
    expect(said).toMatch(/^macro-F1 +1\.000$/m);
    expect(said).toMatch(/^spam +0 +0 +0 +0 +1$/m);
  });

  it('prints the same figures as JSON', async () => {
    const { said } = await evaluate(GOOD, true);
    const report = JSON.parse(said) as { rows: number; macroF1: number };
    expect(report).toMatchObject({ rows: 2, macroF1: 1, modelVersion: model.modelVersion });
  });

  it('measures topics alone where the rows have nothing else, without the groups of district offices', async () => {
    const { said } = await evaluate(
      [
        '{"text":"jalan rusak","topic":"jalan"}',
        '{"text":"lampu mati","topic":"jalan"}',
        '{"text":"jalan rusak","topic":"kewilayahan"}',
      ],
      true,
    );
    expect(JSON.parse(said)).toMatchObject({
      topics: { rows: 2, leftOut: 1, accuracy: 0.5, macroF1: 2 / 3 },
    });
  });

  it('measures topics beside classes', async () => {
    const { said } = await evaluate(['{"text":"lampu mati","label":"complaint","topic":"lampu"}']);
    expect(said).toMatch(/^lampu +1\.000 +1\.000 +1\.000 +1$/m);
    expect(said).toContain('Matriks');
  });

  it('names every line that is wrong and gives no figures', async () => {
    const wrong = ['{"text":"a","label":"pengaduan"}', '{"label":"spam"}', '{', '7'];
    const { status, said } = await evaluate([GOOD[0] ?? '', '', ...wrong]);
    expect(status).toBe(1);
    expect(said).toContain('baris 3: label harus salah satu dari complaint');
    expect(said).toContain('baris 4: text harus berupa teks');
    expect(said).toContain('baris 5: bukan JSON yang sah');
    expect(said).toContain('baris 6: bukan objek JSON');
    expect(said).not.toContain('macro-F1');
  });

  it('does not flood the screen when the whole file is of another format', async () => {
    const { said } = await evaluate(new Array<string>(500).fill('text,label'));
    expect(said.split('\n').length).toBeLessThan(15);
    expect(said).toContain('490 lagi');
  });

  it('measures the finder of duplicates with a file of pairs', async () => {
    const pairs = [
      '{"a":"jalan di depan pasar rusak parah","b":"Jln di depan pasar rusak parah!","duplicate":true}',
      '{"a":"jalan di depan pasar rusak parah","b":"lampu mati di taman","duplicate":false}',
      '{"a":"air mati","b":"kapan air mengalir lagi pak","duplicate":true}',
    ];
    expect(await evaluate(pairs)).toEqual({
      status: 0,
      said: '3 pasangan, 2 ganda\npresisi 1.000  recall 0.500  F1 0.667\n',
    });
    const { said } = await evaluate(pairs, true);
    expect(JSON.parse(said)).toMatchObject({ pairs: 3, duplicates: 2, recall: 0.5 });
    expect(await evaluate([...pairs, '{"a":"x","b":"y"}'])).toMatchObject({ status: 1 });
  });

  it('says when a file is empty or missing', async () => {
    expect(await evaluate([])).toMatchObject({ status: 1 });
    const missing = await evaluatePath(join(folder, 'none.jsonl'), true);
    expect(missing.status).toBe(1);
    expect(missing.said).toContain('tidak dapat dibaca');
  });
});
