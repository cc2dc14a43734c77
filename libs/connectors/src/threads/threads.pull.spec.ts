import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { scriptedServer, testContext, type ScriptedServer } from '@app/connector-kit/testing';
import { threadsConnector } from './threads.connector.js';

const PAGES = 15;
const PAGE_SIZE = 100;

describe('pulling from Threads', () => {
  let server: ScriptedServer;
  beforeEach(async () => {
    server = await scriptedServer();
  });
  afterEach(() => server.stop());

  it('takes in everything of a rush, down to the oldest, before it goes on after the latest', async () => {
    server.play(({ path, query }) => {
      if (!path.endsWith('/me/mentions')) return { body: { data: [] } };
      const page = Number(query['after'] ?? 0);
      const data = Array.from({ length: PAGE_SIZE }, (_, index) => ({
        id: String(1_000_000 - page * PAGE_SIZE - index),
        username: 'warga.contoh',
        text: 'Banjir @pemkab.contoh',
        timestamp: new Date(
          Date.parse('2026-11-24T01:59:00Z') - (page * PAGE_SIZE + index) * 1_000,
        ).toISOString(),
      }));
      const next = { cursors: { after: String(page + 1) }, next: 'there is more' };
      return { body: { data, ...(page + 1 < PAGES ? { paging: next } : {}) } };
    });
    const settings = threadsConnector.descriptor.settingsSchema.parse({
      ...{ accessToken: 'THAAtoken-of-a-profile', appSecret: '0'.repeat(32), apiRoot: server.origin },
    });
    const page = await threadsConnector.pull?.fetchPage(null, testContext(settings));
    expect(page?.events).toHaveLength(PAGES * PAGE_SIZE);
    expect(page?.nextCursor).toBe(JSON.stringify({ since: '2026-11-24T01:59:00.000Z' }));
  });
});
