import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReportDetail, ReportSummary } from '@app/api-contract';
import type { Connector } from '@app/connector-kit';
import { CONNECTORS } from '@app/connectors';
import { Database } from '@app/database';
import { SweepMediaService } from '@app/media';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../support/eventually.js';
import { photo } from '../support/pictures.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

const BUDI = { id: 78_101, firstName: 'Budi' };

const withDeletions =
  (connector: Connector): Connector['normalise'] =>
  (event) => {
    const { deleted } = event.payload as { deleted?: string };
    if (deleted === undefined) return connector.normalise(event);
    return { kind: 'deletion', messageExternalId: deleted, deletedAt: event.receivedAt.toISOString() };
  };

let system: TestSystem;
let telegram: TelegramDouble;
let connectionId: string;

beforeAll(async () => {
  // A channel whose platform tells of deletions: Telegram with one more kind of update.
  const connectors = CONNECTORS.map((connector) =>
    connector.descriptor.code === 'telegram'
      ? { ...connector, normalise: withDeletions(connector) }
      : connector,
  );
  system = await startTestSystem(undefined, connectors);
});
beforeEach(async () => {
  telegram = await startTelegramDouble();
  const body = { channel: 'telegram', name: 'Bot', settings: telegram.settings };
  connectionId = (await system.admin.call('POST', '/connections', body)).body.id;
});
afterEach(() => telegram.stop());
afterAll(() => system.close());

const listed = async (): Promise<ReportSummary[]> =>
  ((await system.admin.call('GET', '/reports')).body as { items: ReportSummary[] }).items;
const detail = async (id: string): Promise<ReportDetail> =>
  (await system.admin.call('GET', `/reports/${id}`)).body as ReportDetail;
const found = async (words: string): Promise<number> =>
  ((await system.admin.call('GET', `/reports?q=${words}`)).body as { items: unknown[] }).items.length;

/** Writes a text with an edit and a photo, and deletes it. @returns the report as it is then */
async function writeAndDelete(user: typeof BUDI, words: string): Promise<ReportDetail> {
  telegram.sendPhoto(user, `${words} nomor 0812`, await photo({ shade: user.id % 200 }));
  const { id } = await eventually('the report', async () =>
    (await listed()).find(({ excerpt }) => excerpt.includes(words)),
  );
  await eventually(
    'the photo',
    async () => (await detail(id)).messages[0]?.attachments[0]?.state === 'stored',
  );
  const database = system.api.app.get(Database, { strict: false });
  const [row] = await database.query<{ externalId: string }>(
    'select external_id as "externalId" from messages where report_id = $1',
    [id],
  );
  telegram.sendUpdate({ deleted: row?.externalId });
  await eventually('the deletion', async () => (await detail(id)).messages[0]?.deletedAt);
  return detail(id);
}

describe('a message that its author deletes', () => {
  it('leaves the list and the search, and stays in the report for audit', async () => {
    const report = await writeAndDelete(BUDI, 'Pungutan liar di terminal');
    expect(report.messages[0]?.text).toContain('Pungutan liar');
    expect(report.messages[0]?.attachments[0]?.state).toBe('stored');
    expect(await found('Pungutan')).toBe(0);
    expect((await listed()).find(({ id }) => id === report.id)).toMatchObject({
      excerpt: '',
      isWithdrawn: true,
    });
  });

  it('is erased with its files where the setting says so, and nothing of it is left', async () => {
    await system.admin.call('PATCH', '/settings', { deletionRule: 'erase' });
    const report = await writeAndDelete({ ...BUDI, id: 78_102 }, 'Rahasia keluarga');
    expect(report.messages[0]).toMatchObject({ text: '', notes: ['erased'] });
    expect(report.messages[0]?.attachments[0]).toMatchObject({ state: 'erased', hasThumbnail: false });
    const database = system.api.app.get(Database, { strict: false });
    const dump = await database.query<{ text: string }>(
      `select convert_from(payload, 'UTF8') as text from raw_events union all select m::text from messages m
       union all select r::text from message_revisions r union all select c::text from classifications c
       union all select r::text from reports r union all select s::text from report_search s
       union all select a::text from attachments a where state = 'erased'`,
    );
    expect(dump.filter(({ text }) => /rahasia/i.test(text))).toEqual([]);
    expect((await system.admin.call('GET', '/reconciliation')).body).toMatchObject({ isBalanced: true });

    const before = await filesOf(system.dataFolder);
    await system.api.app.get(SweepMediaService, { strict: false }).removeUnused(0);
    // The photo of the message that was only hidden stays, with its thumbnail.
    expect([before.length, (await filesOf(system.dataFolder)).length]).toEqual([4, 2]);
  });
});

describe('a connection', () => {
  const ruleOf = async (): Promise<unknown> =>
    (await system.admin.call('GET', '/connections')).body.find(
      ({ id }: { id: string }) => id === connectionId,
    ).deletionRule;
  const choose = (deletionRule: string | null) =>
    system.admin.call('PATCH', `/connections/${connectionId}`, { deletionRule });

  it('may have a rule of its own, and gives it back', async () => {
    await system.admin.call('PATCH', '/settings', { deletionRule: 'hide' });
    expect(await ruleOf()).toBeNull();
    expect((await choose('erase')).status).toBe(200);
    const erased = await writeAndDelete({ ...BUDI, id: 78_103 }, 'Data keluarga saya');
    expect(erased.messages[0]).toMatchObject({ text: '', notes: ['erased'] });

    await system.admin.call('PATCH', '/settings', { deletionRule: 'erase' });
    await choose('hide');
    // A change of something else leaves it.
    await system.admin.call('PATCH', `/connections/${connectionId}`, { name: 'Bot lain' });
    const hidden = await writeAndDelete({ ...BUDI, id: 78_104 }, 'Trotoar ambles');
    expect(hidden.messages[0]?.text).toContain('Trotoar ambles');

    await choose(null);
    const asAll = await writeAndDelete({ ...BUDI, id: 78_105 }, 'Kabel menjuntai');
    expect(asAll.messages[0]).toMatchObject({ text: '', notes: ['erased'] });
    expect((await choose('forget')).status).toBe(400);
  });
});

async function filesOf(dataFolder: string): Promise<string[]> {
  const entries = await readdir(path.join(dataFolder, 'media'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
