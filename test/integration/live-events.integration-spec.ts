import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChangeFeedRepository, Database, newId, type NewChange } from '@app/database';
import type { ApiClient } from '../support/api-client.js';
import { EventStream } from '../support/event-stream.js';
import { signInFirstAdmin, signInInvited } from '../support/first-admin.js';
import { startTestApi, type TestApi } from '../support/test-api.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let testDatabase: TestDatabase;
let api: TestApi;
let admin: ApiClient;
let database: Database;
let feed: ChangeFeedRepository;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  api = await startTestApi(testDatabase.url, { heartbeatMs: 200 });
  database = api.app.get(Database, { strict: false });
  feed = api.app.get(ChangeFeedRepository, { strict: false });
  admin = await signInFirstAdmin(api);
});

afterAll(async () => {
  await api.close();
  await testDatabase.drop();
});

const append = (change: Partial<NewChange>) =>
  database.transaction((tx) =>
    feed.append(tx, [{ topic: 'report', entityId: newId(), kind: 'created', ...change }]),
  );
const open = (client: ApiClient, lastEventId?: string) =>
  EventStream.open(api.url, { cookie: client.sessionCookie }, lastEventId);
const entitiesOf = (stream: EventStream) => stream.events.map((event) => event.data['entityId']);

describe('the change stream', () => {
  it('is for signed-in people only', async () => {
    await expect(EventStream.open(api.url, {})).rejects.toThrow('401');
  });

  it('has no gap and no repetition when the client is cut while eight writers append', async () => {
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let change = 0; change < 50; change++) await append({ entityId: `${writer}-${change}` });
    });
    const seen: string[] = [];
    let position: string | undefined = (await feed.bounds()).oldest;
    position = String(BigInt(position) === 0n ? 0n : BigInt(position) - 1n);
    const total = 400;
    for (const cutAfter of [40, 160, 290, total]) {
      const stream = await open(admin, position);
      await stream.until(() => seen.length + stream.events.length >= cutAfter);
      stream.cut();
      await stream.ended;
      expect(stream.events.every((event) => event.event === 'change')).toBe(true);
      seen.push(...stream.events.map((event) => event.id));
      position = stream.lastEventId;
    }
    await Promise.all(writers);
    const kept = await database.query<{ id: string }>('select id from changes order by id');
    expect(kept).toHaveLength(total);
    expect(seen).toEqual(kept.map((row) => row.id));
  });

  it('loses nothing while many clients come and go and writers append', async () => {
    const streams = await Promise.all(Array.from({ length: 10 }, () => open(admin)));
    const ids = Array.from({ length: 100 }, () => newId());
    const cutter = (async () => {
      for (const stream of streams.slice(0, 5)) {
        await stream.until(() => stream.events.length >= 10);
        stream.cut();
      }
    })();
    await Promise.all([cutter, ...ids.map((entityId) => append({ entityId }))]);
    const resumed = await Promise.all(
      streams.slice(0, 5).map(async (stream) => {
        await stream.ended;
        return { before: stream, after: await open(admin, stream.lastEventId) };
      }),
    );
    for (const { before, after } of resumed) {
      await after.until(() => before.events.length + after.events.length >= ids.length);
      expect([...entitiesOf(before), ...entitiesOf(after)].sort()).toEqual([...ids].sort());
      after.cut();
    }
    for (const stream of streams.slice(5)) {
      await stream.until(() => stream.events.length >= ids.length);
      expect(entitiesOf(stream).sort()).toEqual([...ids].sort());
      stream.cut();
    }
  });

  it('starts with what comes next when the client names no position', async () => {
    await append({ entityId: 'before' });
    const stream = await open(admin);
    await append({ entityId: 'after' });
    await stream.until(() => stream.events.length > 0);
    expect(entitiesOf(stream)).toEqual(['after']);
    stream.cut();
  });

  it('reads on when its connection to the database was cut', async () => {
    const stream = await open(admin);
    const cut = await database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where query = 'listen wadah_changes' and datname = current_database()`,
    );
    expect(cut).toHaveLength(1);
    await append({ entityId: 'meanwhile' });
    await stream.until(() => stream.events.length > 0);
    expect(entitiesOf(stream)).toEqual(['meanwhile']);
    stream.cut();
  });

  it('tells an agency member of reports of their agency only, also of one that is taken away', async () => {
    const code = { code: 'dlh', name: 'Dinas Lingkungan Hidup', shortName: 'DLH' };
    const agencyId: string = (await admin.call('POST', '/agencies', code)).body.id;
    const user = { email: 'dlh@example.go.id', role: 'agency-member', agencyId };
    const { client } = await signInInvited(api, admin, user);
    const stream = await open(client);
    await append({ entityId: 'nobody’s' });
    await append({ entityId: 'connection', topic: 'connection' });
    await append({ entityId: 'another’s', agencyId: newId() });
    await append({ entityId: 'theirs', agencyId });
    await append({ entityId: 'passed on', kind: 'disposed', agencyId: newId() });
    await append({ entityId: 'passed on', kind: 'disposed', agencyId });
    await stream.until(() => stream.events.length >= 2);
    expect(entitiesOf(stream)).toEqual(['theirs', 'passed on']);
    stream.cut();
  });

  it('moves the position of a client that has no right to see what happens', async () => {
    const agencyId: string = (await admin.call('GET', '/agencies')).body[0].id;
    const { client } = await signInInvited(api, admin, {
      email: 'diam@example.go.id',
      role: 'agency-member',
      agencyId,
    });
    const stream = await open(client);
    await append({ entityId: 'unseen' });
    const { latest } = await feed.bounds();
    await stream.until(() => stream.lastEventId === latest);
    expect(stream.events).toEqual([]);
    stream.cut();
  });

  it('ends when the session ends', async () => {
    const { client, id } = await signInInvited(api, admin, { email: 'usai@example.go.id', role: 'officer' });
    const stream = await open(client);
    await admin.call('PATCH', `/users/${id}`, { isDisabled: true });
    await stream.ended;
  });

  it('asks for a fresh load when the position is forgotten or not ours', async () => {
    await append({ entityId: 'old' });
    const forgotten = String(BigInt((await feed.bounds()).latest) - 1n);
    await append({});
    await database.query('delete from changes where id < (select max(id) from changes)');
    for (const position of [forgotten, '99999999', 'nonsense', '-1', '9'.repeat(30)]) {
      const stream = await open(admin, position);
      await stream.until(() => stream.events.length > 0);
      expect(stream.events[0]?.event).toBe('reset');
      expect(stream.lastEventId).toBe((await feed.bounds()).latest);
      stream.cut();
    }
  });

  it('is closed when the process stops, which does not wait for it', async () => {
    const other = await startTestApi(testDatabase.url);
    const stream = await EventStream.open(other.url, { cookie: admin.sessionCookie });
    await Promise.all([other.close(), stream.ended]);
  });
});
