import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  Correction,
  LearningSettings,
  ModelOverview,
  ModelQuality,
  ModelVersion,
  ReportDetail,
  ReportPage,
  ShadowDifference,
} from '@app/api-contract';
import { eventually } from '../support/eventually.js';
import { signInInvited } from '../support/first-admin.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';
import { writeTinyCorpus } from '../support/tiny-themes.js';

/** Taken for something else than the spam that it is here. */
const SELLS = (name: string) =>
  `Kebun ${name} kami mulai memanen sengon, silakan mampir ke rumah panen di tepi sungai`;
const NAMES = [
  'anggrek',
  'bawal',
  'cempaka',
  'durian',
  'enau',
  'flamboyan',
  'gaharu',
  'halaban',
  'ijuk',
  'jambu',
];

/** On a machine that has much else to do. */
const A_TRAINING_MS = 120_000;

let telegram: TelegramDouble;
let system: TestSystem;
let corpusFolder = '';
let citizens = 8_100;
const corrected: string[] = [];

beforeAll(async () => {
  corpusFolder = await writeTinyCorpus();
  [telegram, system] = await Promise.all([
    startTelegramDouble(),
    startTestSystem(undefined, undefined, {}, { corpusFolder }),
  ]);
  const { settings } = telegram;
  await system.admin.call('POST', '/connections', { channel: 'telegram', name: 'Bot', settings });
});

afterAll(async () => {
  await system?.close();
  await telegram?.stop();
  await rm(corpusFolder, { recursive: true, force: true });
});

const get = async <Body>(url: string): Promise<Body> => (await system.admin.call('GET', url)).body as Body;
const model = () => get<ModelOverview>('/model');
const inState = async (state: ModelVersion['state']): Promise<ModelVersion | undefined> =>
  (await model()).versions.find((one) => one.state === state);
const reaches = (state: ModelVersion['state']) => eventually(state, () => inState(state), A_TRAINING_MS);
const change = (settings: Partial<LearningSettings>) =>
  system.admin.call('PATCH', '/model/settings', settings);

/** From a citizen who has not written before. */
async function receive(text: string): Promise<ReportDetail> {
  const id = ++citizens;
  await telegram.sendPrivateText({ id, firstName: `Warga ${id}` }, text);
  const row = await eventually(text, async () =>
    (await get<ReportPage>('/reports?limit=100')).items.find(
      ({ contactName }) => contactName === `Warga ${id}`,
    ),
  );
  return get<ReportDetail>(`/reports/${row.id}`);
}

async function correct(report: ReportDetail): Promise<void> {
  const decision = { class: 'spam', version: report.version };
  expect((await system.admin.call('POST', `/reports/${report.id}/class`, decision)).status).toBe(200);
  corrected.push(report.id);
}

describe('what officers decide', () => {
  it('is listed with who, what the model had said and by which version, and waits until it is enough', async () => {
    const reports = await Promise.all(NAMES.map((name) => receive(SELLS(name))));
    const [shipped] = (await model()).versions;
    expect(shipped).toMatchObject({ source: 'shipped', state: 'current' });
    expect(reports.every(({ classification }) => classification?.modelVersion === shipped?.version)).toBe(
      true,
    );
    for (const report of reports) await correct(report);

    const { items } = await get<{ items: Correction[] }>('/model/corrections');
    expect(items.map(({ reportId }) => reportId)).toEqual(corrected.toReversed());
    expect(items[0]).toMatchObject({
      byName: 'Sari',
      from: { class: reports.at(-1)?.class },
      to: { class: 'spam' },
      modelVersion: shipped?.version,
      isLeftOut: false,
    });
    const quality = await get<ModelQuality>('/model/quality?weeks=2');
    expect(quality.weeks).toHaveLength(2);
    expect(quality.weeks.at(-1)).toMatchObject({ corrected: NAMES.length, confirmed: 0 });
    expect(quality.classes.reduce((sum, one) => sum + one.corrected, 0)).toBe(NAMES.length);
    expect((await system.admin.call('POST', '/model/trainings')).body).toMatchObject({
      code: 'too-few-corrections',
    });
  });

  it('is left out of learning and taken in again with one switch', async () => {
    const [last] = (await get<{ items: Correction[] }>('/model/corrections?limit=1')).items;
    const review = (isLeftOut: boolean) =>
      system.admin.call('PATCH', `/model/corrections/${last?.id}`, { isLeftOut });
    expect((await review(true)).body).toMatchObject({ isLeftOut: true, leftOutBy: 'Sari' });
    expect((await model()).newCorrections).toBe(NAMES.length - 1);
    expect((await review(false)).body).toMatchObject({ isLeftOut: false, leftOutBy: null });
    expect((await model()).newCorrections).toBe(NAMES.length);
  });

  it('is for admins alone', async () => {
    const { client } = await signInInvited(system.api, system.admin, {
      email: 'budi@example.go.id',
      role: 'officer',
    });
    for (const url of ['/model', '/model/quality', '/model/corrections']) {
      expect((await client.call('GET', url)).status).toBe(403);
    }
    expect((await client.call('POST', '/model/trainings')).status).toBe(403);
  });
});

describe('a model that has learnt from it', () => {
  it(
    'is trained beside the work, tested, watched on live messages, put in force, and taken back',
    async () => {
      await change({ minimumCorrections: 5, shadowMessages: 2, margin: 1 });
      expect((await system.admin.call('POST', '/model/trainings')).status).toBe(202);
      const watched = await reaches('shadow');
      expect(watched).toMatchObject({ requestedBy: 'Sari', source: 'trained' });
      expect(watched.correctionCount + watched.heldOutCount).toBe(NAMES.length);
      expect(watched.tests.map(({ set, candidate }) => [set, candidate.rows])).toEqual([
        ['corpus', expect.any(Number)],
        ['corrections', watched.heldOutCount],
      ]);
      expect((await system.admin.call('POST', `/model/versions/${watched.id}/promotion`)).body).toMatchObject(
        {
          code: 'candidate-not-ready',
        },
      );

      const before = await receive(SELLS('kapuk'));
      expect(before.class).not.toBe('spam');
      await receive('Jalan depan pasar rusak parah, tolong diperbaiki');
      const ready = await reaches('ready');
      expect((await model()).shadow).toMatchObject({ seen: 2 });
      const differences = await get<ShadowDifference[]>(`/model/versions/${ready.id}/differences`);
      expect(differences.find(({ reportId }) => reportId === before.id)).toMatchObject({
        class: before.class,
        candidateClass: 'spam',
        decidedClass: null,
      });

      await system.admin.call('POST', `/model/versions/${ready.id}/promotion`);
      expect((await inState('current'))?.id).toBe(ready.id);
      const after = await receive(SELLS('lontar'));
      expect(after).toMatchObject({ class: 'spam', classification: { modelVersion: ready.version } });

      const shipped = await inState('former');
      expect(shipped).toMatchObject({ source: 'shipped', isRestorable: true });
      await system.admin.call('POST', `/model/versions/${shipped?.id}/restoration`);
      const again = await receive(SELLS('meranti'));
      expect(again.class).not.toBe('spam');
      expect(again.classification?.modelVersion).toBe(shipped?.version);
      expect(await inState('former')).toMatchObject({ id: ready.id, isRestorable: true, decidedBy: 'Sari' });
    },
    2 * A_TRAINING_MS,
  );

  it(
    'is refused with what got worse when people err, and not once they are left out',
    async () => {
      await change({ margin: 0.02, shadowMessages: 0 });
      const texts = NAMES.slice(0, 9).flatMap((name) => [
        `Jalan di depan ${name} rusak parah, tolong diperbaiki`,
        `Lampu di ${name} mati sudah dua minggu`,
      ]);
      const wrong = await Promise.all(texts.map(receive));
      for (const report of wrong) await correct(report);
      await system.admin.call('POST', '/model/trainings');
      const refused = await reaches('refused');
      expect(refused).toMatchObject({ reason: 'worse', isRestorable: false });
      expect(refused.worse).toContainEqual(expect.objectContaining({ set: 'corpus', what: 'complaint' }));

      const { items } = await get<{ items: Correction[] }>(`/model/corrections?limit=${wrong.length}`);
      for (const { id } of items)
        await system.admin.call('PATCH', `/model/corrections/${id}`, { isLeftOut: true });
      // This time by itself, at its hour.
      const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Makassar', hour: '2-digit' }).format();
      await system.database.query(`update model_versions set requested_at = now() - interval '2 hours'`);
      await change({ trainingHour: Number(hour), promotesByItself: true });
      const learnt = await eventually(
        'a model of the night',
        async () =>
          (await model()).versions.find((one) => one.state === 'current' && one.source === 'trained'),
        A_TRAINING_MS,
      );
      expect(learnt).toMatchObject({ requestedBy: null, decidedBy: null });
      expect(learnt.worse).toEqual([]);
    },
    3 * A_TRAINING_MS,
  );
});
