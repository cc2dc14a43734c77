import { readFileSync } from 'node:fs';
import { describeConnectorContract } from '@app/connector-kit/contract';
import type { EventUnderTest } from '@app/connector-kit/testing';
import { webFormConnector } from './web-form.connector.js';

const fixture = (name: string): { submissionId: string } =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as {
    submissionId: string;
  };
const event = (name: string, kind = 'submission'): EventUnderTest => {
  const payload = fixture(name);
  return { kind, externalId: payload.submissionId, payload };
};

const FIRST = '0198c2f4-6f0a-4d1e-9b57-3a2f5e8c1d01';
const SECOND = '0198c2f4-6f0a-4d1e-9b57-3a2f5e8c1d02';
const ADDED = '0198c2f4-6f0a-4d1e-9b57-3a2f5e8c1d05';

describeConnectorContract({
  connector: webFormConnector,
  settings: () => ({ organisation: 'Pemerintah Kabupaten Contoh' }),
  secrets: [],
  recordings: {
    'a form with everything filled in': {
      event: event('submission-complete'),
      expected: {
        kind: 'message',
        message: {
          externalId: FIRST,
          conversation: { externalId: FIRST, kind: 'form' },
          author: {
            externalId: `submission:${FIRST}`,
            displayName: 'Sari Contoh',
            email: 'sari@example.org',
            phone: '+6281200000001',
            isAnonymous: false,
          },
          sentAt: '2026-11-24T02:00:00.000Z',
          text:
            'Lampu jalan di depan pasar padam sejak Senin.\nSudah dua orang terjatuh.\n\n' +
            'Lokasi: Jalan Contoh RT 05, Desa Contoh',
          attachments: [],
          trackingSecret: 'AAAA-2222',
        },
      },
    },
    'a form with nothing but a text': {
      event: event('submission-anonymous-only-text'),
      expected: {
        kind: 'message',
        message: {
          externalId: SECOND,
          conversation: { externalId: SECOND, kind: 'form' },
          author: { externalId: `submission:${SECOND}`, isAnonymous: true },
          sentAt: '2026-11-24T02:00:00.000Z',
          text: 'Usul: tambah tempat sampah di taman <b>kota</b>',
          attachments: [],
          trackingSecret: 'CCCC-3333',
        },
      },
    },
    'an addition from the tracking page': {
      event: event('addition', 'addition'),
      expected: {
        kind: 'message',
        message: {
          externalId: ADDED,
          conversation: { externalId: FIRST, kind: 'form' },
          author: { externalId: `submission:${FIRST}` },
          sentAt: '2026-11-24T03:00:00.000Z',
          text: 'Sekarang lampu di gang sebelah juga padam.',
          attachments: [],
          ticketCode: 'A3F-7KMP',
        },
      },
    },
    'a form in which a program filled the hidden field': {
      event: event('submission-with-hidden-field-filled'),
      expected: { kind: 'ignored', reason: 'hidden field filled in: probably sent by a program' },
    },
  },
  unrecognised: {
    'a submission without a text': event('submission-without-text'),
    'a submission in place of an addition': event('submission-complete', 'addition'),
    'an event of a kind that is new': event('submission-complete', 'photo'),
    'something that is no object': { kind: 'submission', externalId: '1', payload: 'halo' },
  },
  form: {
    fields: {
      submissionId: FIRST,
      text: 'Lampu jalan di depan pasar padam sejak Senin.',
      place: 'Desa Contoh',
      name: 'Sari Contoh',
      phone: '0812-0000-0001',
      email: 'sari@example.org',
      website: '',
    },
    freeText: ['text', 'place', 'name'],
    mistakes: {
      'nothing was written': { fields: { text: ' \n\t' }, wrong: ['text'] },
      'far too much was written': { fields: { text: 'a'.repeat(100_000) }, wrong: ['text'] },
      'an e-mail address without its end': { fields: { email: 'sari@contoh' }, wrong: ['email'] },
      'words where a number belongs': { fields: { phone: 'tanya tetangga' }, wrong: ['phone'] },
      'several at once': {
        fields: { text: '', email: '@', name: 'a'.repeat(101) },
        wrong: ['text', 'email', 'name'],
      },
      'a page without its id': { fields: { submissionId: '1' }, wrong: ['submissionId'] },
    },
    addition: {
      ticketCode: 'A3F-7KMP',
      conversationExternalId: FIRST,
      authorExternalId: `submission:${FIRST}`,
      submissionId: ADDED,
      text: 'Sekarang lampu di gang sebelah juga padam.',
    },
  },
  replies: {
    reply: {
      conversation: { externalId: FIRST, kind: 'form' },
      inReplyTo: { externalId: FIRST, sentAt: new Date('2026-11-24T02:00:00Z') },
      recipient: { externalId: `submission:${FIRST}` },
      text: 'Terima kasih, petugas memeriksa lampu itu hari ini.',
      idempotencyKey: 'contract-1',
    },
    accepted: { answers: { status: 404 }, externalId: 'contract-1' },
  },
});
