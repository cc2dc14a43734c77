import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConnectorError } from './errors.js';
import { fetchMediaUrl, type MediaUrlOptions } from './fetch-media-url.js';
import { scriptedServer, type ScriptedServer } from './testing/scripted-server.js';
import { TEST_NOW, testContext } from './testing/test-context.js';

let platform: ScriptedServer;
let other: ScriptedServer;
beforeAll(async () => {
  [platform, other] = await Promise.all([scriptedServer(), scriptedServer()]);
});
afterAll(() => Promise.all([platform.stop(), other.stop()]));

const fetched = (options: Partial<MediaUrlOptions> = {}) =>
  fetchMediaUrl(testContext({}), `${platform.origin}/secret-path/foto.jpg`, { maxBytes: 100, ...options });
const failure = async (options?: Partial<MediaUrlOptions>): Promise<ConnectorError> =>
  fetched(options).then(
    () => Promise.reject(new Error('It succeeded')),
    (error: unknown) => error as ConnectorError,
  );

describe('fetchMediaUrl', () => {
  it('gives the bytes and what the server calls them', async () => {
    platform.play({ headers: { 'content-type': 'image/jpeg; charset=x' }, body: Buffer.from('foto') });
    expect(await fetched()).toEqual({ body: Buffer.from('foto'), mimeType: 'image/jpeg' });
  });

  it('follows a redirect to another place without its credentials', async () => {
    platform.play({ status: 302, headers: { location: `${other.origin}/cdn` } });
    other.play({ body: Buffer.from('foto') });
    const { body } = await fetched({ headers: { authorization: 'Bearer x' } });
    expect(body.toString()).toBe('foto');
    expect(platform.requests[0]?.headers['authorization']).toBe('Bearer x');
    expect(other.requests[0]?.headers['authorization']).toBeUndefined();
  });

  it('gives up on redirects without end', async () => {
    platform.play({ status: 302, headers: { location: '/again' } });
    expect((await failure()).code).toBe('transient');
    expect(platform.requests).toHaveLength(4);
  });

  it('stops at the size that is allowed', async () => {
    platform.play({ body: Buffer.alloc(101) });
    expect((await failure()).code).toBe('media-too-large');
  });

  it.each([
    [404, 'media-gone'],
    [410, 'media-gone'],
    [403, 'media-gone'],
    [500, 'transient'],
    [503, 'transient'],
  ] as const)('calls status %s %s, without naming the path', async (status, code) => {
    platform.play({ status });
    const error = await failure();
    expect(error.code).toBe(code);
    expect(error.message).not.toContain('secret-path');
  });

  it('tells rejected credentials from a file that is gone', async () => {
    platform.play({ status: 401 });
    expect((await failure({ headers: { authorization: 'x' } })).code).toBe('credentials-rejected');
    expect((await failure()).code).toBe('media-gone');
  });

  it('waits as long as it is told to', async () => {
    platform.play({ status: 429, headers: { 'retry-after': '7' } });
    const error = await failure();
    expect(error.until).toEqual(new Date(TEST_NOW.getTime() + 7_000));
  });
});
