import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scriptedServer, testContext, TEST_NOW, type ScriptedServer } from '@app/connector-kit/testing';
import { createXConnector } from './x.connector.js';
import { xSettingsSchema } from './x.settings.js';

const RESET = Math.floor(TEST_NOW.getTime() / 1000) + 600;
const page = (headers: Record<string, string>) => ({
  headers: { 'content-type': 'application/json', 'x-rate-limit-limit': '300', ...headers },
  body: { meta: { result_count: 0 } },
});
const CURSOR = JSON.stringify({ userId: '1', sinceId: '1900000000000000000' });

describe('the pace of X', () => {
  let server: ScriptedServer;
  beforeAll(async () => {
    server = await scriptedServer();
  });
  afterAll(() => server.stop());

  const contextAt = () =>
    testContext(
      xSettingsSchema.parse({
        apiKey: 'a',
        apiSecret: 'b',
        accessToken: '1-c',
        accessSecret: 'd',
        endpoint: server.origin,
      }),
    );
  const fetchTwice = async (headers: Record<string, string>) => {
    server.play(page(headers));
    const context = contextAt();
    const { pull } = createXConnector();
    await pull?.fetchPage(CURSOR, context);
    return pull?.fetchPage(CURSOR, context);
  };

  it('asks nothing once X has said that the window is used up, and names its end', async () => {
    const headers = { 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': String(RESET) };
    await expect(fetchTwice(headers)).rejects.toMatchObject({
      code: 'rate-limited',
      isPaced: true,
      until: new Date(RESET * 1000),
    });
    expect(server.requests).toHaveLength(1);
  });

  it('waits for the day when the day is used up, though the window is not', async () => {
    const tomorrow = RESET + 86_400;
    const headers = {
      'x-rate-limit-remaining': '200',
      'x-rate-limit-reset': String(RESET),
      'x-app-limit-24hour-limit': '1000',
      'x-app-limit-24hour-remaining': '0',
      'x-app-limit-24hour-reset': String(tomorrow),
    };
    await expect(fetchTwice(headers)).rejects.toMatchObject({ until: new Date(tomorrow * 1000) });
  });

  it('goes on while there is something left', async () => {
    const headers = { 'x-rate-limit-remaining': '1', 'x-rate-limit-reset': String(RESET) };
    await expect(fetchTwice(headers)).resolves.toMatchObject({ events: [] });
    expect(server.requests).toHaveLength(2);
  });
});
