import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:net';
import type { AddressInfo, LookupFunction } from 'node:net';
import { ConnectorError } from './errors.js';
import type { HttpRequest } from './http-client.js';
import { SafeHttpClient } from './safe-http-client.js';
import { scriptedServer, type ScriptedServer } from './testing/scripted-server.js';

const SECRET = '123:AAtoken';

async function failure(client: SafeHttpClient, request: HttpRequest): Promise<ConnectorError> {
  const error: unknown = await client.request(request).then(
    (answer) => new Error(`It was answered with ${answer.status}`),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ConnectorError);
  expect(JSON.stringify([error, (error as Error).message, (error as Error).stack])).not.toContain(SECRET);
  expect((error as Error).cause).toBeUndefined();
  return error as ConnectorError;
}

describe('SafeHttpClient', () => {
  let server: ScriptedServer;
  let url: string;
  const local = new SafeHttpClient({ allowPrivateAddresses: true });
  const guarded = new SafeHttpClient();

  beforeAll(async () => {
    server = await scriptedServer();
    url = `${server.origin}/bot${SECRET}/getMe?key=${SECRET}`;
  });
  afterAll(async () => {
    await Promise.all([server.stop(), local.close(), guarded.close()]);
  });

  describe('talking', () => {
    it('sends an object as JSON and reads a JSON answer', async () => {
      server.play({ status: 201, headers: { 'X-Limit': '7' }, body: { ok: true } });
      const answer = await local.request({ method: 'POST', url, body: { text: 'Halo 🚧' } });
      expect(server.requests[0]?.json()).toEqual({ text: 'Halo 🚧' });
      expect(server.requests[0]?.headers['content-type']).toBe('application/json');
      expect(answer.status).toBe(201);
      expect(answer.headers['x-limit']).toBe('7');
      expect(answer.json()).toEqual({ ok: true });
    });

    it('hands back a refusal as an answer', async () => {
      server.play({ status: 503, body: 'nanti' });
      const answer = await local.request({ method: 'GET', url });
      expect([answer.status, answer.body.toString()]).toEqual([503, 'nanti']);
    });

    it('calls a body that is not JSON unrecognised', async () => {
      server.play({ body: '<html>' });
      const answer = await local.request({ method: 'GET', url });
      expect(() => answer.json()).toThrow(expect.objectContaining({ code: 'payload-unrecognised' }));
    });

    it('does not follow a redirect', async () => {
      server.play({ status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data' } });
      const answer = await local.request({ method: 'GET', url });
      expect(answer.status).toBe(302);
      expect(server.requests).toHaveLength(1);
    });
  });

  describe('private addresses', () => {
    const aims = (port: string) => [
      `http://127.0.0.1:${port}/`,
      `http://localhost:${port}/`,
      `http://2130706433:${port}/`,
      `http://[::1]:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
    ];

    it('are refused before anything is sent, however they are written', async () => {
      server.play({ body: 'inside' });
      for (const aim of aims(new URL(server.origin).port)) {
        const error = await failure(guarded, { method: 'POST', url: aim, body: 'x' });
        expect({ aim, code: error.code }).toEqual({ aim, code: 'permission-missing' });
      }
      expect(server.requests).toHaveLength(0);
    });

    it('are refused when a name turns to one between two look-ups', async () => {
      server.play({ body: 'inside' });
      const answers = ['8.8.8.8', '127.0.0.1'];
      const rebinding: LookupFunction = (_hostname, _options, callback) =>
        callback(null, [{ address: answers.shift() ?? '127.0.0.1', family: 4 }]);
      const client = new SafeHttpClient({ lookup: rebinding });
      const { port } = new URL(server.origin);
      answers.shift(); // the check that a naive client would do beforehand
      const error = await failure(client, { method: 'GET', url: `http://rebind.example:${port}/` });
      expect(error.code).toBe('permission-missing');
      expect(server.requests).toHaveLength(0);
      await client.close();
    });

    it('are refused in schemes other than http', async () => {
      const error = await failure(local, { method: 'GET', url: `file:///etc/passwd?${SECRET}` });
      expect(error.code).toBe('permission-missing');
    });
  });

  describe('failures', () => {
    it.each([
      ['GET', 'transient'],
      ['POST', 'outcome-unknown'],
    ] as const)('calls a time-out of %s %s', async (method, code) => {
      server.play('hang');
      const error = await failure(local, { method, url, timeoutMs: 100 });
      expect(error.code).toBe(code);
      expect(error.message).toContain('127.0.0.1');
    });

    it.each([
      ['GET', 'transient'],
      ['POST', 'outcome-unknown'],
    ] as const)('calls a connection lost after sending a %s %s', async (method, code) => {
      server.play('cut');
      expect((await failure(local, { method, url })).code).toBe(code);
    });

    it('calls a refused connection transient, as nothing was sent', async () => {
      const gone = await scriptedServer();
      await gone.stop();
      const error = await failure(local, { method: 'POST', url: `${gone.origin}/${SECRET}`, body: 'x' });
      expect(error.code).toBe('transient');
      expect(error.message).toContain('ECONNREFUSED');
    });

    it('calls an unknown name transient, as nothing was sent', async () => {
      const nowhere: LookupFunction = (_hostname, _options, callback) =>
        callback(Object.assign(new Error('none'), { code: 'ENOTFOUND' }), '', 0);
      const client = new SafeHttpClient({ lookup: nowhere });
      const error = await failure(client, { method: 'POST', url: `https://nowhere.example/${SECRET}` });
      expect([error.code, error.message]).toEqual(['transient', expect.stringContaining('ENOTFOUND')]);
      await client.close();
    });

    it('calls a failed TLS handshake transient, as nothing was sent', async () => {
      const error = await failure(local, { method: 'POST', url: url.replace('http:', 'https:') });
      expect(error.code).toBe('transient');
    });

    it('gives up at once when the caller stops it', async () => {
      server.play('hang');
      const stop = new AbortController();
      const asking = failure(local, { method: 'GET', url, signal: stop.signal });
      stop.abort();
      expect((await asking).message).toContain('stopped');
    });

    it('sends nothing for a caller who has stopped already', async () => {
      server.play({ body: 'x' });
      const error = await failure(local, { method: 'POST', url, signal: AbortSignal.abort() });
      expect(error.code).toBe('transient');
      expect(server.requests).toHaveLength(0);
    });
  });

  describe('size', () => {
    let flood: Server;
    let sentBytes = 0;

    beforeAll(async () => {
      flood = createServer((socket) => {
        const chunk = Buffer.alloc(64 * 1024, 'a');
        const pour = () => {
          while (!socket.destroyed && socket.writable) {
            sentBytes += chunk.length;
            if (!socket.write(chunk)) return void socket.once('drain', pour);
          }
        };
        socket.on('error', () => undefined);
        socket.once('data', () => {
          socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000000000\r\n\r\n');
          pour();
        });
      });
      await new Promise<void>((resolve) => flood.listen(0, '127.0.0.1', resolve));
    });
    afterAll(() => new Promise<void>((resolve) => void flood.close(() => resolve())));

    it('stops reading an answer that is larger than allowed', async () => {
      const { port } = flood.address() as AddressInfo;
      const error = await failure(local, {
        method: 'GET',
        url: `http://127.0.0.1:${port}/`,
        maxBytes: 100_000,
      });
      expect([error.code, error.message]).toEqual([
        'payload-unrecognised',
        expect.stringContaining('100000'),
      ]);
      expect(sentBytes).toBeLessThan(50_000_000);
    });
  });
});
