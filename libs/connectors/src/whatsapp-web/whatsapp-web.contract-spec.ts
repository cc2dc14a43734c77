import { existsSync, readFileSync } from 'node:fs';
import { describeConnectorContract } from '@app/connector-kit/contract';
import type { EventUnderTest, SessionPeer } from '@app/connector-kit/testing';
import type { InboundMessage, NormalisedEvent } from '@app/report-model';
import { startScriptedSession } from '../../../../test/support/whatsapp-web-session.js';
import { WhatsappWebDouble } from '../../../../test/support/whatsapp-web-double.js';
import { createWhatsappWebConnector } from './whatsapp-web.connector.js';

const double = await WhatsappWebDouble.start();
double.scansAtOnce = true;
const scripted = startScriptedSession();

const SARI = '628120000001@c.us';
const GROUP = '120363000000000001@g.us';
const payload = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8'));
const event = (kind: string, name: string): EventUnderTest => ({
  kind,
  externalId: name,
  payload: payload(name),
});
const said = (id: string, changes: Partial<InboundMessage> = {}): NormalisedEvent => ({
  kind: 'message',
  message: {
    externalId: `false_${SARI}_${id}`,
    conversation: { externalId: SARI, kind: 'private' },
    author: { externalId: SARI, displayName: 'Sari Contoh', phone: '+628120000001' },
    sentAt: '2026-11-23T22:26:37.000Z',
    text: '',
    attachments: [],
    ...changes,
  },
});
const inGroup = (id: string, by: string, text: string, changes: Partial<InboundMessage> = {}) =>
  said(id, {
    externalId: `false_${GROUP}_${id}_${by}`,
    conversation: { externalId: GROUP, kind: 'group' },
    author: { externalId: by, displayName: 'Sari Contoh', phone: `+${by.split('@')[0]}` },
    text,
    ...changes,
  });
const LID = '100000000000001@lid';
const EDITED = said('3EB0AAAA0001', { text: 'Jalan rusak parah di depan pasar' });

/** The unmodified library in a real browser. */
async function startPeer(): Promise<SessionPeer | null> {
  if (!['/usr/bin/chromium', '/usr/bin/google-chrome'].some((place) => existsSync(place))) {
    console.warn('SKIPPED: WhatsApp Web against a real browser; install chromium');
    return null;
  }
  return {
    settings: {},
    produce: async () => double.receive({ from: SARI, body: 'Selokan mampet' }),
    break: async () => double.becomes('CONFLICT'),
    stop: () => double.stop(),
  };
}

describeConnectorContract({
  connector: createWhatsappWebConnector(double.page),
  platform: scripted.platform,
  context: scripted.context,
  settings: () => ({ acceptsRisk: true }),
  secrets: [],
  recordings: {
    'a private text': {
      event: event('message', 'private-text'),
      expected: said('3EB0AAAA0001', { text: 'Jalan rusak di depan pasar 🚧' }),
    },
    'a place, whose body is a thumbnail': {
      event: event('message', 'location-with-thumbnail-as-body'),
      expected: said('3EB0AAAA0002', {
        location: { latitude: -6.2, longitude: 106.8, label: 'Monas, Gambir' },
      }),
    },
    'a message in a group': {
      event: event('message', 'group-message'),
      expected: inGroup('3EB0AAAA0003', '628120000002@c.us', 'Lampu jalan padam', {
        conversation: { externalId: GROUP, kind: 'group', title: 'Warga RT 05' },
      }),
    },
    'a photo, whose body is a thumbnail': {
      event: event('message', 'photo-with-caption-and-thumbnail'),
      expected: said('3EB0AAAA0004', {
        text: 'Lubang besar',
        attachments: [
          {
            kind: 'image',
            externalId: `false_${SARI}_3EB0AAAA0004`,
            mimeType: 'image/jpeg',
            sizeBytes: 180_000,
          },
        ],
      }),
    },
    'a contact card': {
      event: event('message', 'contact-card'),
      expected: said('3EB0AAAA0005', {
        attachments: [{ kind: 'contact', description: 'Pak RT Contoh, +62 812-0000-009' }],
      }),
    },
    'a voice note': {
      event: event('message', 'voice-note'),
      expected: said('3EB0AAAA0006', {
        attachments: [
          {
            kind: 'audio',
            externalId: `false_${SARI}_3EB0AAAA0006`,
            mimeType: 'audio/ogg; codecs=opus',
          },
        ],
      }),
    },
    'an answer that quotes ours': {
      event: event('message', 'answer-that-quotes-ours'),
      expected: said('3EB0AAAA0007', {
        text: 'Sudah selesai, terima kasih',
        replyToExternalId: `true_${SARI}_3EB0BBBB0001`,
      }),
    },
    'an answer in a group that quotes a neighbour': {
      event: event('message', 'answer-in-group-that-quotes-a-neighbour'),
      expected: inGroup('3EB0AAAA0008', SARI, 'Betul', {
        replyToExternalId: `false_${GROUP}_3EB0AAAA0003_628120000002@c.us`,
      }),
    },
    'an edit': {
      event: event('edit', 'edit-as-the-library-tells-it'),
      expected: {
        kind: 'edit',
        messageExternalId: `false_${SARI}_3EB0AAAA0001`,
        editedAt: '2026-11-23T22:27:40.000Z',
        text: 'Jalan rusak parah di depan pasar',
        attachments: [],
        message: (EDITED as { message: InboundMessage }).message,
      },
    },
    'a message that was taken back': {
      event: event('revocation', 'revoked'),
      expected: {
        kind: 'deletion',
        messageExternalId: `false_${SARI}_3EB0AAAA0001`,
        deletedAt: '2026-11-24T02:00:00.000Z',
      },
    },
    'one that had been taken back before it was fetched': {
      event: event('message', 'revoked'),
      expected: {
        kind: 'deletion',
        messageExternalId: `false_${SARI}_3EB0AAAA0001`,
        deletedAt: '2026-11-24T02:00:00.000Z',
      },
    },
    'an account without its number in the id, which is known': {
      event: event('message', 'lid-with-known-number'),
      expected: said('3EB0AAAA0009', { externalId: `false_${LID}_3EB0AAAA0009`, text: 'Ok' }),
    },
    'an account without its number in the id': {
      event: event('message', 'lid-without-number'),
      expected: said('3EB0AAAA0010', {
        externalId: `false_${LID}_3EB0AAAA0010`,
        conversation: { externalId: LID, kind: 'private' },
        author: { externalId: LID, displayName: 'Sari Contoh' },
        text: 'Ok',
      }),
    },
    'what a colleague wrote on the phone': {
      event: event('message', 'written-on-the-phone-by-a-colleague'),
      expected: said('3EB0AAAA0011', {
        externalId: `true_${SARI}_3EB0AAAA0011`,
        author: { externalId: '62811000111@c.us', phone: '+62811000111', isOurs: true },
        text: 'Baik, kami cek',
      }),
    },
    'a poll': {
      event: event('message', 'poll'),
      expected: inGroup('3EB0AAAA0014', SARI, '', {
        attachments: [{ kind: 'other', description: 'Poll: Kerja bakti hari apa?' }],
      }),
    },
    'a status update': {
      event: event('message', 'status-update'),
      expected: { kind: 'ignored', reason: 'a status update or channel, not written to us' },
    },
    'a note about the group': {
      event: event('message', 'group-note'),
      expected: { kind: 'ignored', reason: 'a note about the group' },
    },
    'a receipt': {
      event: event('receipt', 'receipt-read'),
      expected: {
        kind: 'delivery-update',
        replyExternalId: `true_${SARI}_3EB0BBBB0001`,
        status: 'read',
        at: '2026-11-24T02:00:00.000Z',
      },
    },
    'a reaction to our answer': {
      event: event('reaction', 'reaction'),
      expected: {
        kind: 'reaction',
        messageExternalId: `true_${SARI}_3EB0BBBB0001`,
        author: { externalId: SARI, phone: '+628120000001' },
        emoji: '👍',
      },
    },
  },
  unrecognised: {
    'a message of a type that is new': event('message', 'unknown-type'),
    'a message without a key': event('message', 'without-a-key'),
    'a message that WhatsApp Web could not decrypt': event('undecipherable', 'private-text'),
    'an event of another kind': event('call', 'private-text'),
  },
  session: { peer: startPeer },
  replies: {
    reply: {
      conversation: { externalId: SARI, kind: 'private' },
      inReplyTo: { externalId: `false_${SARI}_3EB0AAAA0001`, sentAt: new Date('2026-11-23T22:26:37Z') },
      recipient: { externalId: SARI },
      text: 'Regu berangkat sore ini.',
      ticketCode: 'A3F-7KMG',
      idempotencyKey: 'contract-1',
    },
    accepted: {
      answers: { body: { id: `true_${SARI}_3EB0BBBB0002`, ack: 1 } },
      externalId: `true_${SARI}_3EB0BBBB0002`,
    },
    // The page is asked before anything is sent: until then nothing can have arrived.
    failures: {
      unauthorised: 'transient',
      forbidden: 'transient',
      'rate-limited': 'transient',
      'server-error': 'transient',
      'time-out': 'transient',
    },
    furtherFailures: {
      'a conversation that is gone': { answers: { body: null }, code: 'reply-refused' },
      'an answer that WhatsApp could not send': {
        answers: { body: { id: `true_${SARI}_1`, ack: -1 } },
        code: 'reply-refused',
      },
    },
  },
  media: {
    attachment: { kind: 'image', externalId: `false_${SARI}_3EB0AAAA0004` },
    messageExternalId: `false_${SARI}_3EB0AAAA0004`,
    file: { answers: { body: Buffer.from('a photo') }, body: Buffer.from('a photo') },
    gone: { status: 404 },
    failures: { unauthorised: 'transient', forbidden: 'transient', 'rate-limited': 'transient' },
  },
  health: {
    healthy: { answers: {}, account: '+62811000111' },
    failures: {
      unauthorised: 'unreachable',
      forbidden: 'unreachable',
      'rate-limited': 'unreachable',
      'refused-connection': 'needs-reauthorisation',
    },
  },
});
