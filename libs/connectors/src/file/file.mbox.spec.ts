import { describe, expect, it } from '@jest/globals';
import { FileEvents } from './file.events.js';
import { openMbox } from './file.mbox.js';
import { normaliseRow } from './file.normalise.js';
import type { FileRow } from './file.rows.js';

async function read(content: string | Buffer, ours: string[] = []) {
  async function* source(): AsyncGenerator<Buffer> {
    yield Buffer.from(content);
  }
  const { rows, mapping = {} } = await openMbox(source);
  const all: FileRow[] = [];
  for await (const row of rows) all.push(row);
  const maker = new FileEvents({ fileName: 'aduan.mbox', timeZone: 'Asia/Makassar' }, mapping, ours);
  const events = all.map((row) => maker.eventOf(row));
  const results = events.flatMap((event) =>
    event.status === 'readable' ? [normaliseRow({ ...event, receivedAt: new Date() })] : [],
  );
  return {
    ids: events.map((event) => (event.status === 'readable' ? event.externalId : event.reason)),
    ignored: results.flatMap((result) => (result.kind === 'ignored' ? [result.reason] : [])),
    messages: results.flatMap((result) => (result.kind === 'message' ? [result.message] : [])),
  };
}

const GMAIL = `From 1799000000000000001@xxx Tue Nov 24 02:15:00 +0000 2026
X-Gmail-Labels: Inbox
Message-ID: <satu@mail.example>
Date: Tue, 24 Nov 2026 10:15:00 +0800 (WITA)
From: Sari Contoh <Sari@Mail.example>
To: aduan@pemkab.example
Subject: =?UTF-8?Q?Lampu_jalan_padam_=E2=80=93_RT_05?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Lampu di caf=E9 padam.

>From kemarin malam, sejak pukul 19:00 tahun 2026.

--b
Content-Type: image/jpeg; name="lampu.jpg"
Content-Disposition: attachment; filename="lampu.jpg"
Content-Transfer-Encoding: base64

/9j/4AAQ
--b
Content-Type: application/pdf; name="surat.pdf"
Content-Disposition: attachment; filename="surat.pdf"
Content-Transfer-Encoding: base64

JVBERg==
--b--

`;
const ANSWER = `From - Tue Nov 24 11:00:00 2026\r
X-Mozilla-Status: 0001\r
Message-ID: <dua@pemkab.example>\r
In-Reply-To: <satu@mail.example>\r
References: <satu@mail.example>\r
Date: Tue, 24 Nov 2026 11:00:00 +0800\r
From: Aduan <aduan@pemkab.example>\r
To: sari@mail.example\r
Subject: Re: Lampu jalan padam\r
Content-Type: text/plain; charset=utf-8\r
\r
Baik, kami cek.\r
\r
On Tue, Nov 24, 2026 Sari Contoh wrote:\r
> Lampu padam\r
\r
`;

describe('an mbox file', () => {
  it('of Gmail or Thunderbird has mails with their charset, quoting, thread, and the names of their files', async () => {
    const { messages } = await read(GMAIL + ANSWER, ['aduan@pemkab.example']);
    const thread = '<satu@mail.example>';
    expect(messages).toEqual([
      {
        externalId: thread,
        conversation: { externalId: thread, kind: 'private', title: 'Lampu jalan padam – RT 05' },
        author: {
          externalId: 'email:sari@mail.example',
          displayName: 'Sari Contoh',
          email: 'sari@mail.example',
        },
        sentAt: '2026-11-24T02:15:00.000Z',
        text:
          'Lampu jalan padam – RT 05\n\nLampu di café padam.\n\n' +
          'From kemarin malam, sejak pukul 19:00 tahun 2026.',
        attachments: [
          { kind: 'image', fileName: 'lampu.jpg' },
          { kind: 'document', fileName: 'surat.pdf' },
        ],
      },
      {
        externalId: '<dua@pemkab.example>',
        conversation: { externalId: thread, kind: 'private', title: 'Lampu jalan padam' },
        author: {
          externalId: 'email:aduan@pemkab.example',
          displayName: 'Aduan',
          email: 'aduan@pemkab.example',
          isOurs: true,
        },
        sentAt: '2026-11-24T03:00:00.000Z',
        text: 'Baik, kami cek.',
        replyToExternalId: thread,
        attachments: [],
      },
    ]);
  });

  it('leaves out with a reason what no person wrote', async () => {
    const automatic = ANSWER.replace('Subject: Re:', 'Auto-Submitted: auto-replied\r\nSubject: Re:');
    expect((await read(GMAIL + automatic)).ignored).toEqual([
      'automatic mail (Auto-Submitted: auto-replied)',
    ]);
  });

  it('knows a mail without a Message-ID by its bytes, in every export', async () => {
    const bare = GMAIL.replace(/^Message-ID.*\n/m, '');
    const { ids } = await read(bare + GMAIL);
    expect(ids).toEqual([expect.stringMatching(/^sha256:.*#1$/), '<satu@mail.example>']);
    expect((await read(bare)).ids).toEqual(ids.slice(0, 1));
  });

  it('sets aside a part that is no mail, or too large a one, and goes on', async () => {
    const junk = 'From a@b.example Tue Nov 24 10:15:00 2026\n\u0000\u0001 tanpa kepala\n\n';
    const large = `From a@b.example Tue Nov 24 10:15:00 2026\nSubject: a\n\n${'x'.repeat(1_100_000)}\n\n`;
    const { ids } = await read(junk + large + GMAIL);
    expect(ids).toEqual([
      expect.stringContaining('bukan surat'),
      expect.stringContaining('lebih besar dari 64 MiB'),
      '<satu@mail.example>',
    ]);
  });

  it('is refused when it is empty', async () => {
    await expect(read('')).rejects.toThrow('Tidak ada surat');
  });
});
