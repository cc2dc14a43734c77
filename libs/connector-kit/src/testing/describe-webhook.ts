import { describe, expect, it } from '@jest/globals';
import type { WebhookRequest, WebhookVerdict } from '../webhook.js';
import type { WebhookContract } from './connector-contract.js';
import { idsOf } from './event-ids.js';
import type { PlatformUnderTest } from './platform-under-test.js';

const CUT_OFF_JSON = Buffer.from('{"update_id": 12, "message": {"text": "lampu ja');

export function describeWebhook<Settings>(
  platform: PlatformUnderTest<Settings>,
  contract: WebhookContract,
): void {
  const webhook = platform.contract.connector.webhook;
  if (!webhook) return;
  const anyBody = bytes(Object.values(contract.deliveries)[0]?.body);
  const verify = (request: WebhookRequest): WebhookVerdict =>
    webhook.verify(request, platform.playing({ status: 404 }, contract.settings));
  const deliver = (body: Buffer) => {
    const verdict = verify(contract.genuine(body));
    if (verdict.verdict !== 'accepted')
      throw new Error(`A genuine request was not accepted: ${verdict.verdict}`);
    return webhook.parse(verdict.request);
  };

  describe('webhook', () => {
    it('is switched on by its settings', () => {
      expect(webhook.isEnabled(platform.playing({ status: 404 }, contract.settings).settings)).toBe(true);
    });

    it.each(Object.entries(contract.deliveries))('takes in "%s"', (_name, { body, externalIds }) => {
      expect(idsOf(deliver(bytes(body)))).toEqual(externalIds);
    });

    it.each(Object.entries(contract.deliveries))(
      'names "%s" alike when it comes twice',
      (_name, { body }) => {
        expect(deliver(bytes(body))).toEqual(deliver(bytes(body)));
      },
    );

    if (webhook.sign) {
      it('accepts what it signs itself', () => {
        const { settings, now } = platform.playing({ status: 404 }, contract.settings);
        const signed = webhook.sign?.(anyBody, settings, now());
        const genuine = contract.genuine(anyBody);
        const headers = { ...signed?.headers };
        const query = { ...signed?.query };
        expect(
          verify({ ...genuine, headers, query, rawQuery: String(new URLSearchParams(query)) }).verdict,
        ).toBe('accepted');
      });
    }

    it('knows forgeries to refuse', () => {
      expect(Object.keys(contract.forgeries)).not.toHaveLength(0);
    });

    it.each(Object.entries(contract.forgeries))('rejects a request with %s', (_name, forge) => {
      expect(verify(forge(anyBody))).toEqual({
        verdict: 'rejected',
        reason: expect.stringMatching(/\S/),
      });
    });

    it('keeps a body it cannot read as one unreadable item', () => {
      const body = contract.unreadableBody ?? CUT_OFF_JSON;
      expect(deliver(body)).toEqual([
        { status: 'unreadable', bytes: body, reason: expect.stringMatching(/\S/) },
      ]);
    });

    it.each([
      ['nothing', ''],
      ['a null', 'null'],
      ['a number', '7'],
      ['bytes that are not UTF-8', Buffer.from([0xff, 0xfe, 0x00])],
    ])('does not throw on a body of %s', (_name, body) => {
      for (const event of deliver(Buffer.from(body as string))) {
        if (event.status === 'unreadable') expect(event.reason).toMatch(/\S/);
        else expect(event.externalId).toMatch(/\S/);
      }
    });

    const batch = contract.batchWithUnreadable;
    if (batch) {
      it('keeps the neighbours of an unreadable item', () => {
        expect(batch.externalIds.slice(1, -1)).toContain(null);
        expect(idsOf(deliver(bytes(batch.body)))).toEqual(batch.externalIds);
      });
    }

    for (const [name, { request, answer }] of Object.entries(contract.challenges ?? {})) {
      it(`answers the challenge "${name}"`, () => {
        const verdict = verify(request);
        expect(verdict).toEqual({
          verdict: 'challenge',
          body: typeof answer === 'string' ? answer : expect.stringMatching(answer),
          contentType: expect.stringMatching(/\S/),
        });
      });
    }
  });
}

function bytes(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
