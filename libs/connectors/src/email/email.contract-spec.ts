import { readFileSync } from 'node:fs';
import { describeConnectorContract } from '@app/connector-kit/contract';
import { TEST_NOW, type EventUnderTest } from '@app/connector-kit/testing';
import type { ScriptedAnswer, ScriptedServer, SessionPeer } from '@app/connector-kit/testing';
import { startCuttableProxy } from '../../../../test/support/cuttable-proxy.js';
import { hasDovecot, startMailServer } from '../../../../test/support/dovecot-server.js';
import { startImapDouble, type ImapDouble, type ImapScript } from '../../../../test/support/imap-double.js';
import { startSmtpDouble, type SmtpDouble, type SmtpScript } from '../../../../test/support/smtp-double.js';
import { emailConnector } from './email.connector.js';
import { toEvent } from './email.events.js';
import { messageIdFor } from './email.ids.js';

const PLACE = {
  folder: 'INBOX',
  uidValidity: '7',
  uid: 12,
  arrivedAt: '2026-11-24T02:00:05.000Z',
  sizeBytes: 900,
  ownAddresses: ['aduan@pemda.example'],
};
const OUR_ID = '<wadah.0123456789abcdef0123456789abcdef@pemda.example>';

const fixture = async (name: string): Promise<EventUnderTest> => {
  const bytes = readFileSync(new URL(`./fixtures/${name}.eml`, import.meta.url));
  const event = await toEvent({ place: PLACE, bytes });
  if (event.status === 'unreadable') throw new Error(event.reason);
  return event;
};
const bombed = await toEvent({
  place: PLACE,
  bytes: Buffer.from(`Content-Type: multipart/mixed; boundary=q\r\n\r\n${'--q\r\n\r\nx\r\n'.repeat(2_000)}`),
});

const photoMail = await fixture('first-mail-with-photo');
const sari = { externalId: 'sari@warga.example', email: 'sari@warga.example' };
const THREAD = { externalId: 'sari@warga.example 16fb3dd50c7be0a6', kind: 'private' as const };

let imap: ImapDouble | undefined;
let smtp: SmtpDouble | undefined;

/** Both servers as one platform: HTTP's words for failures become theirs. `requests` are the mails that were taken. */
async function startMailServers(): Promise<ScriptedServer> {
  imap = await startImapDouble();
  smtp = await startSmtpDouble();
  const { port } = smtp;
  const both = { imap, smtp };
  return {
    origin: `http://127.0.0.1:${port}`,
    get requests() {
      return both.smtp.mails as unknown as ScriptedServer['requests'];
    },
    play(script) {
      const [imapScript, smtpScript] = inWordsOfMail(script as ScriptedAnswer);
      both.imap.play(imapScript);
      both.smtp.play(smtpScript);
    },
    stop: async () => {
      await both.imap.stop();
      await both.smtp.stop();
    },
  };
}

/** A mailbox of Dovecot's, behind a proxy that can be cut. */
async function startMailboxPeer(): Promise<SessionPeer | null> {
  if (!hasDovecot()) {
    console.warn('*** No Dovecot found: THE E-MAIL SESSION IS NOT TESTED AGAINST A SERVER. ***');
    return null;
  }
  const server = await startMailServer();
  const proxy = await startCuttableProxy({ host: '127.0.0.1', port: server.imapsPort });
  let number = 0;
  return {
    settings: { ...server.settings, imapSecurity: 'tls', imapPort: proxy.port },
    produce: async () => {
      number += 1;
      const text = `From: sari@warga.example\r\nSubject: Laporan\r\nMessage-ID: <k${number}@warga.example>\r\n\r\nke-${number}\r\n`;
      await server.deliver('aduan@pemda.example', text);
      const event = await toEvent({ place: PLACE, bytes: Buffer.from(text) });
      return event.status === 'readable' ? event.externalId : '';
    },
    break: async () => {
      await proxy.cut();
      await proxy.mend();
    },
    stop: async () => {
      await proxy.cut();
      await server.stop();
    },
  };
}

function inWordsOfMail(answer: ScriptedAnswer): [ImapScript, SmtpScript] {
  if (answer === 'hang') return [{ greeting: 'hang' }, { afterData: 'hang' }];
  if (answer === 'cut') return [{}, { afterData: 'cut' }];
  const { status = 200, body } = answer;
  if (typeof body === 'string') return [{ greeting: body }, { greeting: body }];
  if (status === 401) {
    return [
      { login: 'NO [AUTHENTICATIONFAILED] Authentication failed.' },
      { auth: '535 5.7.8 Error: authentication failed' },
    ];
  }
  if (status === 403)
    return [{ login: 'NO [CONTACTADMIN] blocked' }, { rcpt: '550 5.1.1 <a@b.example> unknown' }];
  if (status === 429) return [{ login: 'NO [LIMIT] too many' }, { rcpt: '450 4.7.1 Greylisted' }];
  if (status >= 500) return [{ login: 'NO [UNAVAILABLE] later' }, { afterData: '451 4.3.0 later' }];
  return [{}, {}];
}

describeConnectorContract({
  connector: emailConnector,
  platform: startMailServers,
  settings: (origin) => ({
    address: 'aduan@pemda.example',
    displayName: 'Layanan Aduan',
    password: 'sandi-rahasia-kontrak',
    imapHost: '127.0.0.1',
    imapPort: imap?.port ?? 143,
    imapSecurity: 'none',
    smtpHost: new URL(origin).hostname,
    smtpPort: Number(new URL(origin).port),
    smtpSecurity: 'none',
    sentCopies: 'none',
    timeoutSeconds: 1,
  }),
  secrets: ['password', 'oauthClientSecret', 'oauthRefreshToken'],
  recordings: {
    'a first mail with a photo': {
      event: photoMail,
      expected: {
        kind: 'message',
        message: {
          externalId: '<first-1@warga.example> sari@warga.example',
          conversation: { ...THREAD, title: 'Laporan: jalan rusak 🚧' },
          author: { ...sari, displayName: 'Sari Contöh' },
          sentAt: '2026-11-24T02:00:00.000Z',
          text: 'Laporan: jalan rusak 🚧\n\nMohon ditindaklanjuti, jalan di depan pasar berlubang.\n\nTerima kasih',
          startsNewMatter: true,
          attachments: [
            {
              kind: 'image',
              externalId: '0',
              mimeType: 'image/jpeg',
              fileName: 'foto jalan.jpg',
              sizeBytes: 6,
            },
          ],
        },
      },
    },
    'a bounce of our answer': {
      event: await fixture('bounce-of-our-answer'),
      expected: {
        kind: 'delivery-update',
        replyExternalId: OUR_ID,
        status: 'failed',
        reason: '5.1.1 550 5.1.1 …: User unknown in virtual mailbox table',
        at: '2026-11-24T03:00:00.000Z',
      },
    },
    'a read receipt': {
      event: await fixture('read-receipt'),
      expected: {
        kind: 'delivery-update',
        replyExternalId: OUR_ID,
        status: 'read',
        at: '2026-11-24T04:00:00.000Z',
      },
    },
    'an absence note': {
      event: await fixture('out-of-office'),
      expected: { kind: 'ignored', reason: 'automatic mail (Auto-Submitted: auto-replied)' },
    },
  },
  unrecognised: {
    'a mail of thousands of parts': bombed as unknown as EventUnderTest,
    'a payload that is no mail': { kind: 'mail', externalId: '1', payload: { raw: 'x' } },
  },
  // An IMAP server that refuses for a while has taken nothing back.
  session: {
    scripted: {
      open: { status: 200 },
      failures: { forbidden: 'transient', 'rate-limited': 'transient' },
    },
    peer: startMailboxPeer,
  },
  replies: {
    reply: {
      conversation: { ...THREAD, title: 'Laporan: jalan rusak 🚧' },
      inReplyTo: {
        externalId: '<first-1@warga.example> sari@warga.example',
        sentAt: new Date('2026-11-24T02:00:00Z'),
      },
      recipient: { externalId: 'sari@warga.example' },
      text: 'Terima kasih, laporan Ibu kami teruskan ke Dinas PU.',
      ticketCode: 'A3F-7KMG',
      idempotencyKey: 'contract-1',
    },
    accepted: { answers: { status: 200 }, externalId: messageIdFor('contract-1', 'pemda.example') },
    // A server that says "later" has not taken the mail.
    failures: { 'server-error': 'rate-limited' },
  },
  media: {
    attachment: { kind: 'image', externalId: '0' },
    messageExternalId: '<first-1@warga.example> sari@warga.example',
    event: photoMail,
    file: { answers: { status: 404 }, body: Buffer.from('/9j/4AAQ', 'base64') },
    gone: { status: 404 },
    goneEvent: await fixture('nobody-named'),
  },
  health: {
    healthy: { answers: { status: 200 }, account: 'aduan@pemda.example' },
    failures: { forbidden: 'unreachable', 'rate-limited': 'unreachable' },
  },
  context: () => ({ now: () => TEST_NOW }),
});
