import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { TEST_NOW } from '@app/connector-kit/testing';
import { normaliseWhatsappWebEvent } from './whatsapp-web.normalise.js';
import { replayWhatsappWeb } from './whatsapp-web.replay.js';

const recorded = (name: string) => ({
  name,
  body: readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url)),
});

describe('a recorded payload that is played again', () => {
  it.each([
    ['private-text', 'message'],
    ['group-message', 'message'],
    ['edit-as-the-library-tells-it', 'edit'],
    ['revoked', 'deletion'],
    ['reaction', 'reaction'],
    ['status-update', 'ignored'],
  ])('"%s" ends as %s', (name, kind) => {
    const [step] = replayWhatsappWeb(recorded(name));
    const event = step?.by === 'ledger' ? step.events[0] : undefined;
    if (event?.status !== 'readable') throw new Error('Not an event');
    expect(normaliseWhatsappWebEvent({ ...event, receivedAt: TEST_NOW }).kind).toBe(kind);
  });

  it('is kept as unreadable when it is no JSON', () => {
    const [step] = replayWhatsappWeb({ name: 'x', body: Buffer.from('halo') });
    expect(step).toMatchObject({ by: 'ledger', events: [{ status: 'unreadable' }] });
  });
});
