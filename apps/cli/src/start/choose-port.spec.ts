import { afterEach, describe, expect, it } from '@jest/globals';
import net from 'node:net';
import { addressOf, choosePort } from './choose-port.js';

const HOST = '127.0.0.1';
const servers: net.Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

describe('the port', () => {
  it('is the wished one when free, and a clear refusal when taken', async () => {
    const port = await choosePort({ HOST, PORT: 0 });
    expect(await choosePort({ HOST, PORT: port })).toBe(port);
    await listen(port);
    await expect(choosePort({ HOST, PORT: port })).rejects.toThrow(
      `Port ${port} di ${HOST} tidak dapat dipakai`,
    );
  });

  it('moves on to the next free one when nothing was wished', async () => {
    const first = await choosePort({ HOST });
    await listen(first);
    expect(await choosePort({ HOST })).toBeGreaterThan(first);
  });

  it('is shown with an address that a browser on this machine can open', () => {
    expect(addressOf('0.0.0.0', 3000)).toBe('http://127.0.0.1:3000');
    expect(addressOf('::1', 3000)).toBe('http://[::1]:3000');
    expect(addressOf('10.0.0.5', 80)).toBe('http://10.0.0.5:80');
  });
});

function listen(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    servers.push(server);
    server.listen(port, HOST, resolve);
  });
}
