import { describe, expect, it } from '@jest/globals';
import type { HostedFormOutcome } from '../hosted-form.js';
import type { ParsedEvent } from '../raw-event.js';
import type { FormContract } from './connector-contract.js';
import type { PlatformUnderTest } from './platform-under-test.js';
import { TEST_NOW } from './test-context.js';

type Fields = FormContract['fields'];

export function describeForm<Settings>(platform: PlatformUnderTest<Settings>, contract: FormContract): void {
  const { connector } = platform.contract;
  const { form } = connector;
  if (!form) return;
  const settings = () => platform.playing({ status: 404 }).settings;
  const parse = (fields: Fields) => form.parse(fields, settings(), TEST_NOW);
  const messageOf = (outcome: HostedFormOutcome) => {
    const event = connector.normalise({ ...stored(accepted(outcome)), receivedAt: TEST_NOW });
    if (event.kind !== 'message') throw new Error(`This is no message: ${JSON.stringify(event)}`);
    return event.message;
  };

  describe('form', () => {
    it('speaks both languages, and gives every field a name of its own', () => {
      const { title, introduction, fields } = form.describe(settings());
      const texts = [title, introduction, ...fields.flatMap(({ label, help }) => [label, help ?? label])];
      for (const text of texts) {
        expect(text.id).toMatch(/\S/);
        expect(text.en).toMatch(/\S/);
      }
      expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
    });

    it('becomes a message that can be tracked', () => {
      const message = messageOf(parse(contract.fields));
      expect(message.sentAt).toBe(TEST_NOW.toISOString());
      expect(message.trackingSecret).toMatch(/\S/);
    });

    it('is one event however often it is sent', () => {
      const [first, again] = [accepted(parse(contract.fields)), accepted(parse(contract.fields))];
      expect([again.kind, again.externalId]).toEqual([first.kind, first.externalId]);
    });

    it('takes text that no database can hold', () => {
      for (const name of Object.keys(contract.fields).filter((field) => contract.freeText.includes(field))) {
        const fields = { ...contract.fields, [name]: 'Jalan\0 rusak \uD800' };
        expect(messageOf(parse(fields)).text).toBe(messageOf(parse(fields)).text.toWellFormed());
        expect(JSON.stringify(stored(accepted(parse(fields))).payload)).not.toMatch(/\\u0000|\\ud800/);
      }
    });

    it.each(Object.entries(contract.mistakes))('is shown again: %s', (_name, { fields, wrong }) => {
      const outcome = parse({ ...contract.fields, ...fields });
      if (outcome.kind !== 'invalid') throw new Error('It was accepted');
      expect(Object.keys(outcome.problems).sort()).toEqual([...wrong].sort());
      for (const problem of Object.values(outcome.problems)) {
        expect(problem.id).toMatch(/\S/);
        expect(problem.en).toMatch(/\S/);
      }
    });

    it('can be added to, in the conversation of its report', () => {
      const { addition } = contract;
      const message = messageOf(form.parseAddition(addition, TEST_NOW));
      expect(message).toMatchObject({
        ticketCode: addition.ticketCode,
        conversation: { externalId: addition.conversationExternalId },
        author: { externalId: addition.authorExternalId },
      });
      expect(form.parseAddition({ ...addition, text: ' \n' }, TEST_NOW).kind).toBe('invalid');
    });
  });
}

function accepted(outcome: HostedFormOutcome): Extract<ParsedEvent, { status: 'readable' }> {
  if (outcome.kind === 'invalid') throw new Error(`Refused: ${JSON.stringify(outcome.problems)}`);
  if (outcome.event.status === 'unreadable') throw new Error(outcome.event.reason);
  return outcome.event;
}

/** As it comes back from the ledger: through JSON. */
function stored({ kind, externalId, payload }: Extract<ParsedEvent, { status: 'readable' }>) {
  return { kind, externalId, payload: JSON.parse(JSON.stringify(payload)) as unknown };
}
