import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TEST_NOW, testContext } from '@app/connector-kit/testing';
import { toParsedEvents } from './telegram.events.js';
import { normaliseTelegramUpdate } from './telegram.normalise.js';
import { telegramSettingsSchema } from './telegram.settings.js';
import { telegramWebhook } from './telegram.webhook.js';

const SECRET = 'a-generated-webhook-secret';

const updateId = fc.nat();
const chatId = fc.maxSafeInteger().filter((id) => id !== 0);
const update = fc.record({
  update_id: updateId,
  message: fc.record({
    message_id: fc.nat(),
    date: fc.nat(),
    chat: fc.record({ id: chatId, type: fc.constantFrom('private', 'group', 'supergroup') }),
    from: fc.record({ id: fc.nat(), is_bot: fc.constant(false), first_name: fc.string() }),
    text: fc.string({ unit: 'binary', minLength: 1 }),
  }),
});
const broken = fc.oneof(
  fc.constant(null),
  fc.string(),
  fc.record({ message: fc.record({ text: fc.string() }) }),
);

describe('a batch of updates from Telegram', () => {
  const context = testContext(
    telegramSettingsSchema.parse({ botToken: '1:AA', mode: 'webhook', webhookSecret: SECRET }),
  );
  const deliver = (body: string) => {
    const headers = { 'x-telegram-bot-api-secret-token': SECRET };
    const request = { method: 'POST', headers, query: {}, rawBody: Buffer.from(body) } as const;
    const verdict = telegramWebhook.verify(request, context);
    if (verdict.verdict !== 'accepted') throw new Error(verdict.verdict);
    return telegramWebhook.parse(verdict.request);
  };

  it('is as many events as it has updates, in order, whatever stands between them', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(update, broken), { minLength: 1, maxLength: 30 }), (items) => {
        const ids = deliver(JSON.stringify(items)).map((event) =>
          event.status === 'readable' ? event.externalId : null,
        );
        const idOf = (item: unknown) =>
          typeof item === 'object' && item !== null && 'update_id' in item ? String(item.update_id) : null;
        expect(ids).toEqual(items.map(idOf));
      }),
      { numRuns: 100 },
    );
  });

  it('is as many deletions as messages were deleted', () => {
    fc.assert(
      fc.property(updateId, fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 50 }), (id, deleted) => {
        const chat = { id: 5551001, type: 'private' };
        const content = { business_connection_id: 'b', chat, message_ids: deleted };
        const events = toParsedEvents({ update_id: id, deleted_business_messages: content });
        const read = events.map((event) => {
          if (event.status === 'unreadable') throw new Error(event.reason);
          return normaliseTelegramUpdate({ ...event, receivedAt: TEST_NOW });
        });
        expect(read).toEqual(
          deleted.map((number) => ({
            kind: 'deletion',
            messageExternalId: `5551001/bizb:${number}`,
            deletedAt: TEST_NOW.toISOString(),
          })),
        );
        expect(new Set(events.map((event) => event.status === 'readable' && event.externalId)).size).toBe(
          deleted.length,
        );
      }),
      { numRuns: 50 },
    );
  });

  it('never throws on a delivery, whatever JSON comes', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        for (const event of deliver(json)) {
          if (event.status === 'unreadable') expect(event.reason).not.toBe('');
        }
      }),
      { numRuns: 200 },
    );
  });
});
