import { describe, expect, it } from '@jest/globals';
import type { NormalisedEvent } from '@app/report-model';
import { ConnectorError } from '../errors.js';
import type { RawEvent } from '../raw-event.js';
import type { ConnectorContract, EventUnderTest } from './connector-contract.js';
import { TEST_NOW } from './test-context.js';

export function describeNormalise<Settings>({
  connector,
  recordings,
  unrecognised,
}: ConnectorContract<Settings>): void {
  describe('normalise', () => {
    it('has recordings to read and an unknown event to refuse', () => {
      expect(Object.keys(recordings)).not.toHaveLength(0);
      expect(Object.keys(unrecognised)).not.toHaveLength(0);
    });

    it.each(Object.entries(recordings))('reads "%s" the same way each time', (_name, { event, expected }) => {
      const first = connector.normalise(stored(event));
      expect(first).toEqual(expected);
      expect(connector.normalise(stored(event))).toEqual(first);
      expectStorable(first);
    });

    it.each(Object.entries(unrecognised))('quarantines "%s" with a reason', (_name, event) => {
      const error = failureOf(() => connector.normalise(stored(event)));
      expect(error).toBeInstanceOf(ConnectorError);
      expect((error as ConnectorError).code).toBe('payload-unrecognised');
      expect((error as ConnectorError).message).toMatch(/\S/);
    });
  });
}

/** As it comes back from the ledger: through JSON. Frozen, since reading must not change it. */
function stored(event: EventUnderTest): RawEvent {
  const payload: unknown = JSON.parse(JSON.stringify(event.payload));
  return freeze({ ...event, payload, receivedAt: event.receivedAt ?? TEST_NOW });
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}

/** What no channel may hand on: nameless things, times that are none, silence without a reason. */
function expectStorable(event: NormalisedEvent): void {
  if (event.kind === 'ignored') expect(event.reason).toMatch(/\S/);
  if (event.kind !== 'message' && event.kind !== 'edit') return;
  const { message } = event;
  for (const id of [message.externalId, message.conversation.externalId, message.author.externalId]) {
    expect(id).toMatch(/\S/);
  }
  expect(new Date(message.sentAt).toISOString()).toBe(message.sentAt);
  if (event.kind === 'edit') {
    expect(event.messageExternalId).toBe(message.externalId);
    expect(new Date(event.editedAt).toISOString()).toBe(event.editedAt);
  }
}

function failureOf(run: () => unknown): unknown {
  try {
    return { unexpected: run() };
  } catch (error) {
    return error;
  }
}
