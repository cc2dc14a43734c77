import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RecordEventsService } from '@app/ingestion';
import { telegramUpdate } from '../support/drain-harness.js';
import { eventually } from '../support/eventually.js';
import { signInInvited } from '../support/first-admin.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let system: TestSystem;
let connectionId: string;
beforeAll(async () => {
  system = await startTestSystem();
  const settings = { botToken: '1:AA', mode: 'webhook', apiRoot: 'http://127.0.0.1:9' };
  const body = { channel: 'telegram', name: 'Bot', settings };
  connectionId = (await system.admin.call('POST', '/connections', body)).body.id;
});
afterAll(() => system.close());

let updates = 0;
/** @returns the report's id */
async function writes(personId: number, name: string, text: string): Promise<string> {
  const person = { id: personId, first_name: name };
  const message = { text, chat: { ...person, type: 'private' }, from: { ...person, is_bot: false } };
  await system.api.app
    .get(RecordEventsService, { strict: false })
    .record(connectionId, [telegramUpdate(++updates, { ...message, date: Math.floor(Date.now() / 1000) })]);
  const found = await eventually(`a report with ${text}`, async () => {
    const { body } = await system.admin.call('GET', `/reports?q=${encodeURIComponent(text)}`);
    return body.items[0];
  });
  return found.id;
}
const detail = async (id: string) => (await system.admin.call('GET', `/reports/${id}`)).body;
const merge = (keptId: string, mergedId: string) =>
  system.admin.call('POST', `/contacts/${keptId}/merges`, { mergedId, reason: 'nomor sama' });
const undo = (mergeId: string) => system.admin.call('POST', `/contact-merges/${mergeId}/undo`);

describe('W17: joining two contacts', () => {
  it('brings their reports together, stands in both timelines, and is undone without a trace in who wrote what', async () => {
    const [first, second] = [
      await writes(51, 'Rina', 'Drainase tersumbat di Swarga Bara'),
      await writes(52, 'Rina H', 'Pohon tumbang di Sangatta Utara'),
    ];
    const [kept, merged] = [(await detail(first)).contact.id, (await detail(second)).contact.id];
    const found = await system.admin.call('GET', `/contacts?q=rina+h&exceptId=${kept}`);
    expect(found.body).toMatchObject([{ id: merged, identities: [{ channel: 'telegram' }] }]);

    const { body: contact } = await merge(kept, merged);
    expect(contact.identities).toHaveLength(2);
    expect(contact.merges).toMatchObject([{ mergedName: 'Rina H', mergedBy: 'Sari', reason: 'nomor sama' }]);
    const joined = await detail(second);
    expect(joined.contact.id).toBe(kept);
    expect(joined.contact.otherReports.map(({ id }: { id: string }) => id)).toEqual([first]);
    expect(joined.timeline.at(-1)).toMatchObject({ kind: 'contacts-merged', actorName: 'Sari' });

    const third = await writes(52, 'Rina H', 'Kabel putus di Teluk Pandan');
    expect((await detail(third)).contact.id).toBe(kept);

    expect((await undo(contact.merges[0].id)).status).toBe(204);
    expect((await detail(first)).contact.id).toBe(kept);
    // What the second account wrote since then goes with it.
    for (const id of [second, third]) expect((await detail(id)).contact.id).toBe(merged);
    expect((await detail(second)).timeline.at(-1)).toMatchObject({ kind: 'contacts-separated' });
    expect((await undo(contact.merges[0].id)).status).toBe(404);
    const { body: again } = await system.admin.call('GET', `/contacts/${kept}`);
    expect(again).toMatchObject({ identities: [{ displayName: 'Rina' }], merges: [] });
  });

  it('is undone in the order in which it was done, and never with itself', async () => {
    const ids = [];
    for (const [person, name] of [
      [61, 'Adi'],
      [62, 'Adi S'],
      [63, 'Adi Santoso'],
    ] as const) {
      ids.push((await detail(await writes(person, name, `Laporan dari ${name} nomor ${person}`))).contact.id);
    }
    const [a, b, c] = ids;
    const firstMerge = (await merge(b, a)).body.merges[0].id;
    const secondMerge = (await merge(c, b)).body.merges[0].id;
    expect(await undo(firstMerge)).toMatchObject({ status: 409, body: { code: 'contact-not-mergeable' } });
    expect((await undo(secondMerge)).status).toBe(204);
    expect((await undo(firstMerge)).status).toBe(204);
    for (const id of ids) {
      const { body } = await system.admin.call('GET', `/contacts/${id}`);
      expect(body.identities).toHaveLength(1);
    }
    expect((await merge(a, a)).status).toBe(404);
  });

  it('is not for members of an agency', async () => {
    const agency = await system.admin.call('POST', '/agencies', {
      code: 'dpu-w17',
      name: 'Dinas PU',
      shortName: 'PU',
    });
    const { client } = await signInInvited(system.api, system.admin, {
      email: 'pu@example.go.id',
      role: 'agency-member',
      agencyId: agency.body.id,
    });
    const contact = (await detail(await writes(71, 'Tono', 'Halte rusak di Bengalon'))).contact.id;
    expect((await client.call('GET', `/contacts/${contact}`)).status).toBe(403);
  });
});
