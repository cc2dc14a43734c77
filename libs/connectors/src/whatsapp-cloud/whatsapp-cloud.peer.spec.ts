import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { testContext, TEST_NOW } from '@app/connector-kit/testing';
import type { OutboundReply } from '@app/connector-kit';
import { signatureOf } from '@app/graph-api';
import { WhatsAppAPI } from 'whatsapp-api-js';
import { Text } from 'whatsapp-api-js/messages';
import { fixture, recordings } from './fixtures/recordings.js';
import { whatsAppCloudReplies } from './whatsapp-cloud.replies.js';
import { whatsAppCloudSettingsSchema } from './whatsapp-cloud.settings.js';
import { whatsAppCloudWebhook } from './whatsapp-cloud.webhook.js';

const APP_SECRET = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const PHONE = '310000000000001';
const settings = whatsAppCloudSettingsSchema.parse({
  accessToken: 'EAAtoken-of-a-system-user-000',
  phoneNumberId: PHONE,
  businessAccountId: '210000000000001',
  appSecret: APP_SECRET,
});
const peer = (fetch?: typeof globalThis.fetch) =>
  new WhatsAppAPI({
    token: settings.accessToken,
    appSecret: APP_SECRET,
    v: settings.apiVersion,
    ...(fetch ? { ponyfill: { fetch } } : {}),
  });

/** As Meta writes it: everything beyond ASCII escaped. */
const escaped = (delivery: object) =>
  JSON.stringify(delivery).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
const isAccepted = (body: string, signature: string) => {
  const headers = { 'x-hub-signature-256': signature };
  const request = { method: 'POST', headers, query: {}, rawBody: Buffer.from(body) } as const;
  return whatsAppCloudWebhook.verify(request, testContext(settings)).verdict === 'accepted';
};
const names = readdirSync(new URL('./fixtures/', import.meta.url))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));

interface Value {
  readonly messages?: readonly { readonly id: string; readonly type: string }[];
  readonly statuses?: readonly { readonly id: string; readonly status: string }[];
}
const valueOf = (name: string) => {
  const [entry] = fixture(name).entry as { changes: { field: string; value: Value }[] }[];
  const [change] = entry?.changes ?? [];
  return change?.field === 'messages' ? change.value : {};
};

describe('whatsapp-api-js', () => {
  it.each(names)('agrees with us about who signed "%s"', async (name) => {
    const body = escaped(fixture(name));
    const signature = signatureOf(Buffer.from(body), APP_SECRET);
    expect(isAccepted(body, signature)).toBe(true);
    expect(await peer().verifyRequestSignature(body, signature)).toBe(true);
    for (const [forged, sign] of [
      [`${body} `, signature],
      [body, signatureOf(Buffer.from(body), 'f'.repeat(32))],
    ] as const) {
      expect(isAccepted(forged, sign)).toBe(false);
      expect(await peer().verifyRequestSignature(forged, sign)).toBe(false);
    }
  });

  it.each(names.filter((name) => valueOf(name).messages?.[0]?.id !== undefined))(
    'dispatches the message of "%s"',
    async (name) => {
      const heard: unknown[] = [];
      const whatsapp = peer();
      whatsapp.on.message = ({ message }) => void heard.push([message.id, message.type]);
      const body = escaped(fixture(name));
      await whatsapp.post(JSON.parse(body) as never, body, signatureOf(Buffer.from(body), APP_SECRET));
      const [message] = valueOf(name).messages ?? [];
      expect(heard).toEqual([[message?.id, message?.type]]);
    },
  );

  it.each(names.filter((name) => valueOf(name).statuses !== undefined))(
    'dispatches the first status of "%s"',
    async (name) => {
      const heard: unknown[] = [];
      const whatsapp = peer();
      whatsapp.on.status = ({ id, status }) => void heard.push([id, status]);
      const body = escaped(fixture(name));
      await whatsapp.post(JSON.parse(body) as never, body, signatureOf(Buffer.from(body), APP_SECRET));
      const [status] = valueOf(name).statuses ?? [];
      expect(heard).toEqual([[status?.id, status?.status]]);
    },
  );

  it('knows each author under the ids that we give them', async () => {
    for (const name of ['text', 'text-before-user-ids', 'text-of-username-without-number']) {
      let contact: { wa_id?: string; user_id?: string } | undefined;
      const whatsapp = peer();
      whatsapp.on.message = (event) => void (contact = event.contact);
      const body = escaped(fixture(name));
      await whatsapp.post(JSON.parse(body) as never, body, signatureOf(Buffer.from(body), APP_SECRET));
      const id = (fixture(name).entry as { changes: { value: Value }[] }[])[0]?.changes[0]?.value
        .messages?.[0]?.id;
      const ours = Object.values(recordings)
        .map(({ expected }) => (expected.kind === 'message' ? expected.message : undefined))
        .find((message) => message?.externalId === id)?.author as { externalId: string; aliases?: string[] };
      const known = contact?.user_id ?? contact?.wa_id;
      expect({ name, id: ours.externalId }).toEqual({ name, id: known });
      expect(ours.aliases ?? []).toEqual(contact?.user_id && contact.wa_id ? [contact.wa_id] : []);
    }
  });

  it.each([
    ['a user id', { externalId: 'ID.1000000000000000001' }, { bsuid: 'ID.1000000000000000001' }],
    ['a number', { externalId: '6281200000001' }, { phone: '6281200000001' }],
  ])('sends a text to %s with the same request', async (_name, recipient, theirRecipient) => {
    const asked: { url: string; body: unknown }[] = [];
    const answer = JSON.stringify({ messaging_product: 'whatsapp', messages: [{ id: 'wamid.answer' }] });
    const whatsapp = peer(((url: string, init: RequestInit) => {
      asked.push({ url, body: JSON.parse(init.body as string) });
      return Promise.resolve(new Response(answer));
    }) as typeof fetch);
    const text = 'Petugas menuju lokasi 🙏';
    await whatsapp.sendMessage(
      PHONE,
      theirRecipient as { bsuid: string },
      new Text(text, false),
      'wamid.text',
      'key-1',
    );

    const reply: OutboundReply = {
      text,
      idempotencyKey: 'key-1',
      conversation: { externalId: recipient.externalId, kind: 'private' },
      inReplyTo: { externalId: 'wamid.text', sentAt: TEST_NOW },
      recipient,
    };
    const context = testContext(settings, {
      http: {
        request: ({ url, body }) => {
          asked.push({ url: url.replace(/\?.*$/, ''), body });
          const json = (): unknown => JSON.parse(answer);
          return Promise.resolve({ status: 200, headers: {}, body: Buffer.from(answer), json });
        },
      },
    });
    expect(await whatsAppCloudReplies.send(reply, context)).toMatchObject({ externalId: 'wamid.answer' });
    const [theirs, ours] = asked;
    expect(ours?.url).toBe(theirs?.url);
    expect(ours?.body).toMatchObject(withoutAbsent(theirs?.body as Record<string, unknown>));
  });
});

/** Their text says `_type`, which never leaves; members without a value are no members. */
function withoutAbsent(body: Record<string, unknown>): object {
  const text = JSON.stringify(body, (key, value: unknown) => (key === '_type' ? undefined : value));
  return JSON.parse(text) as object;
}
