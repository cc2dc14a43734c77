import { get } from 'node:https';
import type { LookupFunction } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { testContext } from '@app/connector-kit/testing';
import { xAgent } from './x.client.js';
import { createXConnector } from './x.connector.js';
import { xSettingsSchema } from './x.settings.js';

const keys = { apiKey: 'a', apiSecret: 'b', accessToken: 'c', accessSecret: 'd' };
const settings = xSettingsSchema.parse(keys);

describe('the way to X', () => {
  it('does not connect where api.x.com leads to a private address', async () => {
    const poisoned: LookupFunction = (_name, _options, callback) =>
      callback(null, [{ address: '10.0.0.7', family: 4 }]);
    const agent = xAgent(testContext(settings, { allowsPrivateAddresses: false }), poisoned);
    const error = await new Promise((resolve) => get({ host: 'api.x.com', agent }).on('error', resolve));
    expect(error).toMatchObject({ code: 'WADAH_PRIVATE_ADDRESS' });
  });

  it('does not go to a test server unless the connection may reach private addresses', async () => {
    const led = xSettingsSchema.parse({ ...keys, endpoint: 'http://127.0.0.1:9' });
    const health = await createXConnector().health(testContext(led, { allowsPrivateAddresses: false }));
    expect(health).toMatchObject({
      status: 'needs-reauthorisation',
      reason: expect.stringContaining('test server'),
    });
  });

  it.each([
    'http://10.0.0.7:80',
    'https://127.0.0.1:9',
    'http://127.0.0.1:9@example.com',
    'http://example.com:80',
  ])('takes no test server elsewhere: %s', (endpoint) => {
    expect(xSettingsSchema.safeParse({ ...keys, endpoint }).success).toBe(false);
  });
});
