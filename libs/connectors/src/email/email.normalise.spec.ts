import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { NormalisedEvent } from '@app/report-model';
import { emailConnector } from './email.connector.js';
import { toEvent } from './email.events.js';
import type { MailPlace } from './email.payload.js';

const FIXTURES = new URL('./fixtures/', import.meta.url);
const PLACE: MailPlace = {
  folder: 'INBOX',
  uidValidity: '7',
  uid: 12,
  arrivedAt: '2026-11-24T02:00:05.000Z',
  sizeBytes: 900,
  ownAddresses: ['aduan@pemda.example'],
};
const RECEIVED = new Date('2026-11-24T05:00:00Z');
const OUR_ID = '<wadah.0123456789abcdef0123456789abcdef@pemda.example>';

async function readBytes(bytes: Buffer, place: Partial<MailPlace> = {}): Promise<NormalisedEvent> {
  const event = await toEvent({ place: { ...PLACE, ...place }, bytes });
  if (event.status === 'unreadable') throw new Error(event.reason);
  const payload: unknown = JSON.parse(JSON.stringify(event.payload));
  return emailConnector.normalise({ ...event, payload, receivedAt: RECEIVED });
}
const read = (name: string, place: Partial<MailPlace> = {}) =>
  readBytes(readFileSync(new URL(`${name}.eml`, FIXTURES)), place);
async function messageOf(name: string, place: Partial<MailPlace> = {}) {
  const event = await read(name, place);
  if (event.kind !== 'message') throw new Error(`This is no message: ${JSON.stringify(event)}`);
  return event.message;
}
const written = (headers: string, body = 'isi') => readBytes(Buffer.from(`${headers}\r\n\r\n${body}`));

describe('the text of a mail', () => {
  it('leaves out what is quoted below, and says so', async () => {
    const message = await messageOf('answer-with-quote-below');
    expect(message.text).toBe('Sudah dua hari belum ada petugas.');
    expect(message.notes).toEqual(['quote-hidden']);
  });

  it('leaves out what Outlook puts below a header block', async () => {
    const message = await messageOf('outlook-block-quote');
    expect(message.text).toBe('Baik, terima kasih.');
    expect(message.notes).toEqual(['quote-hidden']);
  });

  it('keeps a quote with answers in between', async () => {
    const message = await messageOf('answer-between-the-quotes');
    expect(message.text).toContain('> Sejak kapan?\nSejak Senin.');
    expect(message.notes).toBeUndefined();
  });

  it('comes out of HTML, without style, pictures and quote', async () => {
    const message = await messageOf('html-only-with-gmail-quote');
    expect(message.text).toBe(
      'Lampu jalan mati\n\nYth. Bapak,\n\nLampu di Jl. Melati mati sejak café tutup.',
    );
    expect(message.notes).toEqual(['quote-hidden']);
  });

  it('comes out of HTML when the plain text beside it is empty', async () => {
    expect((await messageOf('empty-plain-beside-html')).text).toBe('Sampah menumpuk di TPS 4');
  });

  it.each([
    ['windows-1252-eight-bit', 'Kata pegawai “tunggu saja” – sudah seminggu.'],
    ['no-charset-latin1-bytes', 'Café itu buang limbah ke selokan.'],
    ['broken-mime-without-end', 'Jalan tol belum selesai'],
  ])('is readable whatever its charset: %s', async (name, text) => {
    expect((await messageOf(name)).text).toContain(text);
  });

  it.each([
    ['empty lines', '\n'.repeat(500_000)],
    ['quotes', '>\n'.repeat(200_000)],
    ['introductions', 'On x\n'.repeat(100_000)],
    ['placeholders of pictures', '[cid:'.repeat(100_000)],
  ])('is read to its end when it is made of %s', async (_name, filling) => {
    const event = await written('From: a@warga.example', `Awal${filling}\nakhir`);
    expect(event.kind === 'message' && event.message.text.endsWith('akhir')).toBe(true);
  });

  it('is the subject when nothing else was written', async () => {
    const event = await written('From: a@warga.example\r\nSubject: Pohon tumbang di Jl. Melati', '');
    expect(event).toMatchObject({ message: { text: 'Pohon tumbang di Jl. Melati' } });
  });
});

describe('the files of a mail', () => {
  it('are all there, inline pictures, calendars, cards, forwarded mails and what Outlook packs', async () => {
    const { attachments, text } = await messageOf('nested-multipart-with-inline-picture-and-calendar');
    expect(text).toContain('Mohon hadir di balai warga.');
    expect(attachments.map(({ kind, mimeType, fileName }) => [kind, mimeType, fileName])).toEqual([
      ['image', 'image/png', 'peta.png'],
      ['document', 'text/calendar', 'undangan.ics'],
      ['document', 'text/vcard', 'sari.vcf'],
      ['document', 'message/rfc822', undefined],
      ['document', 'application/ms-tnef', 'surat désa.dat'],
    ]);
  });

  it('may be the whole mail', async () => {
    const { attachments, text } = await messageOf('base64-picture-as-whole-mail');
    expect([text, attachments[0]?.fileName]).toEqual(['', 'layar.png']);
  });

  it('that stayed in the mailbox are named, with the reason', async () => {
    const bytes = readFileSync(new URL('nobody-named.eml', FIXTURES));
    const video = { mimeType: 'video/mp4', fileName: 'banjir.mp4', sizeBytes: 90_000_000, isInline: false };
    const event = await toEvent({ place: PLACE, bytes, leftBehind: [video] });
    if (event.status === 'unreadable') throw new Error(event.reason);
    const normalised = emailConnector.normalise({ ...event, receivedAt: RECEIVED });
    expect(normalised).toMatchObject({
      message: {
        notes: ['attachments-left-behind'],
        attachments: [{ kind: 'video', fileName: 'banjir.mp4', sizeBytes: 90_000_000 }],
      },
    });
  });
});

describe('where a mail belongs', () => {
  it('is what it answers: our answer by its own id, an earlier mail by id and author', async () => {
    expect((await messageOf('answer-with-quote-below')).replyToExternalId).toBe(OUR_ID);
    expect((await messageOf('answer-between-the-quotes')).replyToExternalId).toBe(
      '<first-1@warga.example> sari@warga.example',
    );
  });

  it('is the report whose code its recipient or its subject carries', async () => {
    expect((await messageOf('ticket-in-plus-address')).mentionedTicketCode).toBe('A3F-7KMG');
    const token = await messageOf('ticket-in-subject-without-references');
    expect([token.mentionedTicketCode, token.conversation.title]).toEqual(['A3F-7KMG', 'Laporan']);
  });

  it('is the conversation of the same person and subject, through prefixes of any language', async () => {
    const ids = await Promise.all(
      ['Laporan', 'Re: Laporan', 'BALAS: re:  laporan', 'Re[2]: Fwd: Laporan [A3F-7KMG]'].map(
        async (subject) => {
          const event = await written(`From: a@warga.example\r\nSubject: ${subject}`);
          return event.kind === 'message' && event.message.conversation.externalId;
        },
      ),
    );
    expect(new Set(ids).size).toBe(1);
    const other = await written('From: b@warga.example\r\nSubject: Laporan');
    expect(other).not.toMatchObject({ message: { conversation: { externalId: ids[0] } } });
  });

  it('is a new report when nothing says that it is an answer', async () => {
    const event = (subject: string, more = '') =>
      written(`From: a@warga.example\r\nSubject: ${subject}${more}`);
    expect(await event('Laporan')).toMatchObject({ message: { startsNewMatter: true } });
    expect(await event('Re: Laporan')).not.toHaveProperty('message.startsNewMatter');
    expect(await event('Laporan', '\r\nIn-Reply-To: <x@y>')).not.toHaveProperty('message.startsNewMatter');
  });
});

describe('who wrote a mail', () => {
  it('is the citizen whom a form on our website names as the one to answer', async () => {
    const { author, conversation } = await messageOf('website-form-in-our-name');
    expect(author).toMatchObject({ externalId: 'budi@warga.example', displayName: 'Budi Contoh' });
    expect(conversation.externalId).toMatch(/^budi@warga\.example /);
  });

  it('may be nobody', async () => {
    const { author } = await messageOf('nobody-named');
    expect(author).toEqual({ externalId: 'unknown-sender', isAnonymous: true });
  });

  it('is us when our own answer comes back', async () => {
    expect(await messageOf('our-own-answer-came-back')).toMatchObject({
      externalId: OUR_ID,
      author: { isOurs: true },
      replyToExternalId: '<first-1@warga.example> sari@warga.example',
      conversation: (await messageOf('first-mail-with-photo')).conversation.kind && {
        externalId: expect.stringMatching(/^sari@warga\.example /),
      },
    });
  });

  it('is in doubt when the trusted server found the address forged, and only then', async () => {
    const name = 'forged-sender-by-trusted-server';
    expect((await messageOf(name, { trustedAuthServer: 'mx.pemda.example' })).notes).toEqual([
      'sender-unverified',
    ]);
    expect((await messageOf(name, { trustedAuthServer: 'mx.lain.example' })).notes).toBeUndefined();
    expect((await messageOf(name)).notes).toBeUndefined();
  });
});

describe('mail that no person wrote', () => {
  it.each([
    ['newsletter', 'mass mail (Precedence: bulk)'],
    ['out-of-office', 'automatic mail (Auto-Submitted: auto-replied)'],
    ['bounce-of-a-strangers-mail', 'bounce of a mail that is not ours (failed)'],
    [
      'bounce-headers-only-still-trying',
      'the answer is still on its way: 4.4.1 550 5.1.1 …: User unknown in virtual mailbox table',
    ],
  ])('is ignored with the reason: %s', async (name, reason) => {
    expect(await read(name)).toEqual({ kind: 'ignored', reason });
  });

  it.each([
    ['List-Id: <warga.desa.example>', 'mailing list'],
    ['X-Autoreply: yes', 'X-Autoreply'],
    ['X-Auto-Response-Suppress: OOF, DR', 'X-Auto-Response-Suppress'],
    ['Return-Path: <>', 'return address'],
  ])('is ignored for its header %s', async (header, reason) => {
    const event = await written(`From: a@warga.example\r\n${header}`);
    expect(event).toEqual({ kind: 'ignored', reason: expect.stringContaining(reason) });
  });

  it('is not what a person wrote with Auto-Submitted: no', async () => {
    expect(await written('From: a@warga.example\r\nAuto-Submitted: no')).toMatchObject({ kind: 'message' });
  });

  it('tells of a failed answer also in plain words', async () => {
    expect(await read('bounce-in-plain-words')).toMatchObject({
      kind: 'delivery-update',
      replyExternalId: OUR_ID,
      status: 'failed',
      reason: expect.stringContaining('is full'),
    });
  });
});

describe('the id of a mail', () => {
  const idOf = async (text: string) => {
    const event = await toEvent({ place: PLACE, bytes: Buffer.from(text.replaceAll('\n', '\r\n')) });
    return event.status === 'readable' ? event.externalId : event.reason;
  };
  const mail = 'From: a@warga.example\nMessage-ID: <x@y>\nSubject: s\n\nisi';

  it('is the same on every way to the mailbox', async () => {
    expect(await idOf(`Received: from lain\n${mail}`)).toBe(await idOf(mail));
  });

  it('differs for another mail that borrows the Message-ID', async () => {
    expect(await idOf(mail.replace('isi', 'lain'))).not.toBe(await idOf(mail));
  });

  it('is a digest of what was written when there is no Message-ID', async () => {
    expect(await idOf(mail.replace('Message-ID: <x@y>\n', ''))).toMatch(/^[0-9a-f]{32}$/);
  });
});

it('every fixture reads the same way twice, and at another time', async () => {
  for (const file of readdirSync(FIXTURES)) {
    const name = file.replace(/\.eml$/, '');
    const [first, second] = [await read(name), await read(name)];
    expect(second).toEqual(first);
  }
});
