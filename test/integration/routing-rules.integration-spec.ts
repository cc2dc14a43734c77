import type { RoutingRuleView, RoutingTrialView } from '@app/api-contract';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let system: TestSystem;
let form: string;
let agencyId: string;

const ANY = {
  classes: [],
  flags: [],
  topicGroups: [],
  areas: [],
  channels: [],
  connectionIds: [],
  words: [],
};
const NOTHING = { agencyId: null, assigneeId: null, tags: [], setsUrgent: false };
const ROAD = 'Jalan rusak parah berlubang di depan pasar, tolong segera diperbaiki karena banyak yang jatuh';

beforeAll(async () => {
  system = await startTestSystem();
  const body = { channel: 'web-form', name: 'Formulir', settings: {} };
  form = (await system.admin.call('POST', '/connections', body)).body.id;
  const agency = { code: 'pupr', name: 'Dinas Pekerjaan Umum', shortName: 'PUPR' };
  agencyId = (await system.admin.call('POST', '/agencies', agency)).body.id;
});
afterAll(() => system.close());

async function send(text: string) {
  const submissionId = crypto.randomUUID();
  await fetch(`${system.api.url}/lapor/${form}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ submissionId, text }),
  });
  const report = await eventually('the report', async () => {
    const { body } = await system.admin.call('GET', '/reports');
    return (body.items as { id: string; excerpt: string }[]).find(({ excerpt }) => excerpt === text);
  });
  return (await system.admin.call('GET', `/reports/${report.id}`)).body;
}

const change = async (rule: RoutingRuleView | undefined, body: object) =>
  (await system.admin.call('PATCH', `/routing-rules/${rule?.id}`, { version: rule?.version, ...body }))
    .body as RoutingRuleView[];

it('rules send new reports on once they are switched on; the first that fits decides, and the timeline names it', async () => {
  const before = await send(ROAD);
  const roads = {
    name: 'Jalan ke PUPR',
    conditions: { ...ANY, classes: ['complaint'], words: ['jalan rusak'] },
    actions: { ...NOTHING, agencyId, tags: ['jalan'], setsUrgent: true },
  };
  const all = {
    name: 'Semua',
    conditions: { ...ANY, connectionIds: [form] },
    actions: { ...NOTHING, tags: ['sisa'] },
  };
  await system.admin.call('POST', '/routing-rules', roads);
  const added = (await system.admin.call('POST', '/routing-rules', all)).body as RoutingRuleView[];
  expect(added.map(({ name, isEnabled }) => [name, isEnabled])).toEqual([
    ['Jalan ke PUPR', false],
    ['Semua', false],
  ]);
  expect(await send(`${ROAD}.`)).toMatchObject({ agency: null, tags: [] });

  const trial = (await system.admin.call('POST', '/routing-rules/trial', { rules: added }))
    .body as RoutingTrialView;
  expect(trial).toMatchObject({ reports: 2, unsure: 0, isCut: false });
  expect(trial.rules.map(({ count }) => count)).toEqual([2, 0]);
  expect(trial.rules[0]?.examples.map(({ id }) => id)).toContain(before.id);

  for (const rule of added) await change(rule, { isEnabled: true });
  const routed = await send(`${ROAD}!`);
  expect(routed).toMatchObject({
    agency: { shortName: 'PUPR' },
    status: 'verified',
    tags: ['jalan'],
    flags: { urgent: true },
  });
  expect(routed.timeline.at(-1)).toMatchObject({
    kind: 'routed',
    actorKind: 'system',
    data: { ruleName: 'Jalan ke PUPR', agencyName: 'Dinas Pekerjaan Umum' },
  });
  // Another name is no other rule; other conditions are, and nobody has seen yet what they would do.
  const [on] = (await system.admin.call('GET', '/routing-rules')).body as RoutingRuleView[];
  const [named] = await change(on, { name: 'Jalan ke dinas' });
  expect(named).toMatchObject({ name: 'Jalan ke dinas', isEnabled: true });
  const late = await system.admin.call('PATCH', `/routing-rules/${on?.id}`, {
    name: 'Lain lagi',
    version: on?.version,
  });
  expect(late).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  const words = { ...roads.conditions, words: ['jalan rusak', 'aspal'] };
  const [edited] = await change(named, { conditions: words, isEnabled: true });
  expect(edited).toMatchObject({ name: 'Jalan ke dinas', isEnabled: false, conditions: words });
  await change(edited, { isEnabled: true });
  // What nobody can be sure of waits for a person.
  const unsure = await send('Qwxz vbnm plokij');
  expect(unsure).toMatchObject({ isUnsure: true, tags: [] });
  // Reports from before stay as they were.
  expect((await system.admin.call('GET', `/reports/${before.id}`)).body).toMatchObject({
    agency: null,
    tags: [],
  });

  await system.admin.call('POST', '/routing-rules/order', { ids: added.map(({ id }) => id).toReversed() });
  expect(await send(`${ROAD}?`)).toMatchObject({ agency: null, tags: ['sisa'] });
  for (const rule of added) await system.admin.call('DELETE', `/routing-rules/${rule.id}`);
  expect((await system.admin.call('GET', '/routing-rules')).body).toEqual([]);
});

it('a rule without a condition, or with nothing to do, is refused', async () => {
  const named = {
    name: 'Kosong',
    conditions: { ...ANY, words: ['air'] },
    actions: { ...NOTHING, tags: ['air'] },
  };
  for (const rule of [
    { ...named, conditions: ANY },
    { ...named, actions: NOTHING },
  ]) {
    expect((await system.admin.call('POST', '/routing-rules', rule)).status).toBe(400);
  }
});
