import { describe, expect, it } from '@jest/globals';
import type { ExampleMessage } from '../example.js';
import type { ParsedEvent } from '../raw-event.js';
import type { ConnectorContract } from './connector-contract.js';
import { TEST_NOW } from './test-context.js';

const MESSAGE: ExampleMessage = {
  number: 7,
  author: { number: 3, name: 'Warga Contoh' },
  sentAt: new Date('2026-11-20T02:00:00Z'),
  text: 'Lampu jalan di depan pasar padam',
};

export function describeExample<Settings>({ connector }: ConnectorContract<Settings>): void {
  const read = (event: ParsedEvent) => {
    if (event.status === 'unreadable') throw new Error(event.reason);
    const payload: unknown = JSON.parse(JSON.stringify(event.payload));
    const { kind, externalId } = event;
    return connector.normalise({ kind, externalId, payload, receivedAt: TEST_NOW });
  };
  describe('example', () => {
    it('has settings that are complete', () => {
      expect(connector.descriptor.settingsSchema.safeParse(connector.example.settings).success).toBe(true);
    });

    it.each([undefined, 'group', 'photo', 'location'] as const)(
      'reads as the message that it is (%s)',
      (extra) => {
        const message = { ...MESSAGE, ...(extra && { extra }) };
        const first = read(connector.example.event(message));
        expect(first).toMatchObject({
          kind: 'message',
          message: {
            text: expect.stringContaining(MESSAGE.text),
            author: { displayName: 'Warga Contoh' },
            sentAt: MESSAGE.sentAt.toISOString(),
          },
        });
        expect(read(connector.example.event(message))).toEqual(first);
      },
    );

    it('is the same message whenever it is sent, and another one by its number', () => {
      const idOf = (message: ExampleMessage) => {
        const event = connector.example.event(message);
        return event.status === 'readable' ? event.externalId : event.reason;
      };
      expect(idOf({ ...MESSAGE, sentAt: TEST_NOW })).toBe(idOf(MESSAGE));
      expect(idOf({ ...MESSAGE, number: 8 })).not.toBe(idOf(MESSAGE));
    });
  });
}
