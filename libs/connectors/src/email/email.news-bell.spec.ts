import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ImapFlow } from 'imapflow';
import { NewsBell } from './email.news-bell.js';

/** As much of a connection as the bell listens to; it idles until it is told otherwise. */
class Connection extends EventEmitter {
  usable = true;
  idle = () => new Promise<boolean>(() => undefined);
}

describe('waiting for mail', () => {
  let connection: Connection;
  let stop: AbortController;
  let bell: NewsBell;

  beforeEach(() => {
    connection = new Connection();
    stop = new AbortController();
    bell = new NewsBell(connection as unknown as ImapFlow, stop.signal);
    bell.silence();
  });

  it('ends when the server tells of mail', async () => {
    const waiting = bell.wait();
    connection.emit('exists');
    await expect(waiting).resolves.toBeUndefined();
  });

  it('ends at once when the server told of mail while the last was being read', async () => {
    connection.emit('exists');
    await expect(bell.wait()).resolves.toBeUndefined();
  });

  it('ends when the host says so', async () => {
    const waiting = bell.wait();
    stop.abort();
    await expect(waiting).resolves.toBeUndefined();
  });

  it('fails when the connection is lost, or IDLE breaks', async () => {
    const waiting = bell.wait();
    connection.usable = false;
    connection.emit('close');
    await expect(waiting).rejects.toThrow(/closed/);
    const broken = new Connection();
    broken.idle = () => Promise.reject(new Error('BAD IDLE'));
    const other = new NewsBell(broken as unknown as ImapFlow, stop.signal);
    await expect(other.wait()).rejects.toThrow('BAD IDLE');
  });

  it('leaves nothing behind with the host when the connection is gone', () => {
    connection.emit('close');
    bell.silence();
    stop.abort();
    connection.emit('exists');
    expect(connection.listenerCount('close')).toBe(0);
  });
});
