import { afterAll, beforeAll, expect, describe, it } from '@jest/globals';
import { SessionLocks } from '@app/database';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let one: SessionLocks;
let other: SessionLocks;

beforeAll(async () => {
  database = await createTestDatabase();
  one = new SessionLocks(database.url);
  other = new SessionLocks(database.url);
});

afterAll(async () => {
  await one.close();
  await other.close();
  await database.drop();
});

describe('a lock of a session', () => {
  it('goes to one of many that ask at once, in this process and in others', async () => {
    const asked = await Promise.all([one, other, one, other, one].map((locks) => locks.tryTake('x')));
    const taken = asked.filter((release) => release !== null);
    expect(taken).toHaveLength(1);
    await taken[0]?.();
    const again = await other.tryTake('x');
    expect(again).not.toBeNull();
    await again?.();
  });

  it('is free for others when the connection of its holder breaks, and the late release takes nothing away', async () => {
    const late = await one.tryTake('y');
    const killer = new pg.Client({ connectionString: database.url });
    await killer.connect();
    await killer.query(
      `select pg_terminate_backend(l.pid, 5000) from pg_locks l
        join pg_database d on d.oid = l.database
       where l.locktype = 'advisory' and d.datname = current_database()`,
    );
    await killer.end();
    const release = await other.tryTake('y');
    expect(release).not.toBeNull();
    await late?.();
    expect(await one.tryTake('y')).toBeNull();
    await release?.();
  });
});
