import { contentId, type WebhookRequest } from '@app/connector-kit';
import { describeConnectorContract } from '@app/connector-kit/contract';
import { TEST_NOW, type EventUnderTest } from '@app/connector-kit/testing';
import { readFileSync } from 'node:fs';
import { Smsc, type SmscDelivery } from '../../../../test/support/smpp-smsc.js';
import { smsConnector } from './sms.connector.js';
import { shortFingerprint } from './sms.intake-state.js';
import { readDelivery } from './sms.smpp-protocol.js';

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8'));
const event = (kind: string, name: string): EventUnderTest => ({
  kind,
  externalId: `contract-${name}`,
  payload: fixture(name),
});
const message = (name: string, from: string, text: string, more: object = {}) => ({
  kind: 'message' as const,
  message: {
    externalId: `contract-${name}`,
    conversation: { externalId: from, kind: 'private' as const },
    author: { externalId: from, phone: from },
    sentAt: '2026-11-24T01:59:00.000Z',
    text,
    attachments: [],
    ...more,
  },
});

const SECRET = 'contract-webhook-secret';
const PASSWORD = 'contract-kannel-password';
const form = 'application/x-www-form-urlencoded';
const delivery =
  (query: Record<string, string>) =>
  (rawBody: Buffer): WebhookRequest => ({
    method: 'POST',
    headers: { 'content-type': form },
    query,
    rawQuery: new URLSearchParams(query).toString(),
    rawBody,
  });

const WITHOUT_ID = 'from=628990000101&text=Banjir';
const REFUSED_PROBE = { status: 400, body: 'Missing receiver(s) number(s), rejected' };
const smsc = (status: string) => `<smsc><id>OPERATOR</id><status>${status}</status></smsc>`;
const statusPage = (smscs: string, status = 'running, uptime 0d 0h 0m 6s') =>
  `<?xml version="1.0"?><gateway><status>${status}</status><smscs><count>1</count>${smscs}</smscs></gateway>`;
const kannel =
  (page: string) =>
  ({ path }: { path: string }) =>
    path === '/status.xml' ? { body: page } : REFUSED_PROBE;

async function startPeer() {
  const smsc = new Smsc();
  await smsc.start();
  let number = 0;
  return {
    settings: smsc.settings,
    produce: async () => {
      number += 1;
      const delivery: SmscDelivery = { from: '628990000101', body: Buffer.from(`laporan ${number}`) };
      smsc.deliver(delivery);
      // What it came with, and when: the clock of the suite stands still.
      const { fingerprint } = readDelivery(smsc.pduOf(delivery));
      return `${shortFingerprint(fingerprint)}-${TEST_NOW.getTime().toString(36)}`;
    },
    break: async () => smsc.cut(),
    stop: () => smsc.stop(),
  };
}

describeConnectorContract({
  connector: smsConnector,
  settings: (origin) => ({
    mode: 'kannel',
    shortCode: '1708',
    keywords: 'KUTIM',
    kannelUrl: `${origin}/cgi-bin/sendsms`,
    kannelUser: 'wadah',
    kannelPassword: PASSWORD,
    kannelStatusUrl: `${origin}/status.xml`,
    kannelStatusPassword: 'contract-status-password',
    webhookSecret: SECRET,
    callbackUrl: 'http://127.0.0.1:3000/api/v1/webhooks/1',
    smppPassword: 'contract-smpp-password',
    messagesPerSecond: 1000,
  }),
  secrets: ['kannelPassword', 'kannelStatusPassword', 'smppPassword', 'webhookSecret'],
  recordings: {
    'a text that Kannel has recoded, with two spaces and a keyword': {
      event: event('message', 'kannel-recoded-with-keyword'),
      expected: message('kannel-recoded-with-keyword', '+628990000101', 'Lampu  jalan “mati” 🌊'),
    },
    'UCS-2 that Kannel has passed on as it came': {
      event: event('message', 'kannel-ucs2-with-line-feed-bytes'),
      expected: message('kannel-ucs2-with-line-feed-bytes', '+628990000101', 'Banjir 🌊 — ✅'),
    },
    'a text in the body of a POST': {
      event: event('message', 'kannel-posted-ucs2'),
      expected: message('kannel-posted-ucs2', '+628990000102', 'Café “Ibu”'),
    },
    'a name as sender': {
      event: event('message', 'kannel-from-a-name'),
      expected: message('kannel-from-a-name', 'PLN', 'Pemadaman terjadwal', {
        author: { externalId: 'PLN', displayName: 'PLN' },
      }),
    },
    'binary settings of a phone': {
      event: event('message', 'kannel-binary'),
      expected: { kind: 'ignored', reason: 'binary SMS: settings or a picture, no text' },
    },
    'a report that an answer has arrived': {
      event: event('receipt', 'kannel-delivered'),
      expected: {
        kind: 'delivery-update',
        replyExternalId: 'kannel:answer-7',
        idempotencyKey: 'answer-7',
        status: 'delivered',
        at: TEST_NOW.toISOString(),
      },
    },
    'a report that an answer has not arrived': {
      event: event('receipt', 'kannel-undelivered'),
      expected: {
        kind: 'delivery-update',
        replyExternalId: 'kannel:answer-7',
        idempotencyKey: 'answer-7',
        status: 'failed',
        reason: 'the phone could not be reached in time (EXPIRED, network code 069)',
        at: TEST_NOW.toISOString(),
      },
    },
    'a report that the SMSC has taken an answer': {
      event: event('receipt', 'kannel-taken-by-smsc'),
      expected: { kind: 'ignored', reason: 'delivery report: the SMSC has the SMS, it is on its way' },
    },
    'an SMS over SMPP': {
      event: event('message', 'smpp-gsm7-with-extension'),
      expected: message('smpp-gsm7-with-extension', '+628990000103', 'harga [5€] @desa'),
    },
    'an emoji torn between two parts': {
      event: event('message', 'smpp-emoji-between-two-parts'),
      expected: message('smpp-emoji-between-two-parts', '+628990000103', 'Banjir 🌊!'),
    },
    'a message of which a part has not come': {
      event: event('message', 'smpp-part-missing'),
      expected: message('smpp-part-missing', '+628990000103', 'satu […bagian 2 dari 3 tidak sampai…] tiga'),
    },
    'a receipt over SMPP': {
      event: event('receipt', 'smpp-delivered'),
      expected: {
        kind: 'delivery-update',
        replyExternalId: 'smpp:MID4',
        status: 'delivered',
        at: '2026-11-24T01:59:00.000Z',
      },
    },
    'a receipt for the first of two parts': {
      event: event('receipt', 'smpp-first-part-delivered'),
      expected: { kind: 'ignored', reason: 'part 1 of 2 of an answer is delivered' },
    },
    'a receipt for a part that failed': {
      event: event('receipt', 'smpp-second-part-undelivered'),
      expected: {
        kind: 'delivery-update',
        replyExternalId: 'smpp:MID4',
        status: 'failed',
        reason: 'part 2 of 2: the SMS could not be delivered (UNDELIV)',
        at: '2026-11-24T01:59:00.000Z',
      },
    },
  },
  unrecognised: {
    'a kind of event that is new': { kind: 'call', externalId: '1', payload: fixture('kannel-delivered') },
    'a way in that is new': { kind: 'message', externalId: '1', payload: { via: 'fax' } },
    'a status that Kannel does not have': event('receipt', 'kannel-unknown-status'),
    'a character set that nobody knows': event('message', 'kannel-unknown-charset'),
    'a data coding that nobody knows': event('message', 'smpp-unknown-data-coding'),
    'something that is no object': { kind: 'receipt', externalId: '1', payload: 'halo' },
  },
  failureAnswers: {
    unauthorised: { status: 401 },
    forbidden: { status: 403, body: 'Authorization failed for sendsms' },
    'server-error': { status: 500 },
  },
  webhook: {
    genuine: delivery({ secret: SECRET }),
    forgeries: {
      'no secret': delivery({}),
      'a wrong secret': delivery({ secret: 'contract-webhook-secreT' }),
      'the beginning of the secret': delivery({ secret: SECRET.slice(0, -1) }),
      'an empty secret': delivery({ secret: '' }),
    },
    deliveries: {
      'an SMS': { body: 'id=a-1&from=628990000101&to=1708&text=Banjir&charset=UTF-8', externalIds: ['a-1'] },
      'a delivery report': { body: 'id=a-2&status=1&ref=answer-7', externalIds: ['a-2'] },
      'an SMS without id': {
        body: WITHOUT_ID,
        externalIds: [contentId(WITHOUT_ID)],
      },
      'neither of them': { body: 'halo=1', externalIds: [null] },
    },
  },
  session: {
    settings: { mode: 'smpp', smppHost: '127.0.0.1', smppUser: 'pemda' },
    peer: startPeer,
  },
  replies: {
    reply: {
      conversation: { externalId: '+628990000101', kind: 'private' },
      inReplyTo: { externalId: 'a-1', sentAt: TEST_NOW },
      recipient: { externalId: '+628990000101' },
      text: 'Terima kasih, petugas menuju lokasi.',
      idempotencyKey: 'contract-1',
    },
    accepted: {
      answers: { status: 202, body: '0: Accepted for delivery' },
      externalId: 'kannel:contract-1',
    },
    failures: { forbidden: 'credentials-rejected' },
    furtherFailures: {
      'Kannel is full': {
        answers: { status: 503, body: 'Temporal failure, try again later.' },
        code: 'transient',
      },
      'Kannel refuses the receiver': {
        answers: { status: 400, body: 'Receiver not in the white list' },
        code: 'reply-refused',
      },
      'there is no sendsms': { answers: { status: 404 }, code: 'permission-missing' },
      'something else answers': { answers: { body: '<html>Login</html>' }, code: 'outcome-unknown' },
    },
  },
  health: {
    healthy: { answers: kannel(statusPage(smsc('online 4s'))), account: '1708' },
    furtherStates: {
      'Kannel has lost the operator': {
        answers: kannel(statusPage(smsc('re-connecting'))),
        status: 'degraded',
        reason: /OPERATOR \(re-connecting\)/,
      },
      'Kannel has no operator': { answers: kannel(statusPage('')), status: 'degraded', reason: /no SMSC/ },
      'Kannel is shutting down': {
        answers: kannel(statusPage(smsc('online 4s'), 'shutting down, uptime 1d')),
        status: 'degraded',
        reason: /shutting down/,
      },
      'the password of the status page is wrong': {
        answers: kannel('<?xml version="1.0"?>\n<gateway>\nDenied</gateway>'),
        status: 'degraded',
        reason: /password of its status page/,
      },
    },
  },
});
