import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ParsedEvent } from '@app/connector-kit';
import { EventSpool } from './event-spool.js';

const event = (externalId: string): ParsedEvent => ({
  status: 'readable',
  kind: 'message',
  externalId,
  conversationKey: '+628990000101',
  payload: { text: 'Banjir 🌊' },
});

describe('the spool', () => {
  let folder: string;
  let spool: EventSpool;
  beforeEach(async () => {
    folder = path.join(await mkdtemp(path.join(tmpdir(), 'wadah-spool-')), 'spool');
    spool = new EventSpool(folder);
  });
  afterEach(() => rm(path.dirname(folder), { recursive: true, force: true }));

  it('is empty before anything was kept', async () => {
    expect(await spool.waiting()).toEqual([]);
  });

  it('gives back what was kept, in order, bytes too', async () => {
    const unreadable: ParsedEvent = { status: 'unreadable', bytes: Buffer.from([0, 255]), reason: 'Rusak' };
    await spool.keep({ connectionId: 'a', events: [event('1'), unreadable] });
    await spool.keep({ connectionId: 'b', events: [event('2')] });
    const read = await Promise.all((await spool.waiting()).map((name) => spool.read(name)));
    expect(read).toEqual([
      { connectionId: 'a', events: [event('1'), unreadable] },
      { connectionId: 'b', events: [event('2')] },
    ]);
  });

  it('is for this account alone', async () => {
    await spool.keep({ connectionId: 'a', events: [event('1')] });
    const [name = ''] = await readdir(folder);
    const modes = [await stat(folder), await stat(path.join(folder, name))].map(({ mode }) => mode & 0o777);
    expect(modes).toEqual([0o700, 0o600]);
  });

  it('passes over what a crash has left half written', async () => {
    await spool.keep({ connectionId: 'a', events: [event('1')] });
    await writeFile(path.join(folder, 'half.json.new'), '{"connectionId":');
    expect(await spool.waiting()).toHaveLength(1);
  });

  it('forgets what was removed, however often', async () => {
    await spool.keep({ connectionId: 'a', events: [event('1')] });
    const [name = ''] = await spool.waiting();
    await spool.remove(name);
    await spool.remove(name);
    expect([await spool.waiting(), await spool.read(name)]).toEqual([[], null]);
  });

  it('fails when nothing can be written, so that nobody takes it for kept', async () => {
    await writeFile(folder, 'not a folder');
    await expect(spool.keep({ connectionId: 'a', events: [event('1')] })).rejects.toThrow();
  });
});
