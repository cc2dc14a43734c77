import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasDovecot, startMailServer, type MailServer } from '../support/dovecot-server.js';
import { eventually } from '../support/eventually.js';
import { photo } from '../support/pictures.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

const isHere = hasDovecot();
if (!isHere) console.warn('*** No Dovecot found: THE TESTS OF THE E-MAIL CHANNEL ARE SKIPPED. ***');

const BOX = 'aduan@pemda.example';
const SARI = 'sari@warga.example';

(isHere ? describe : describe.skip)('the e-mail channel against Dovecot', () => {
  let server: MailServer;
  let system: TestSystem;
  let connectionId: string;
  let number = 0;

  beforeAll(async () => {
    [server, system] = await Promise.all([startMailServer(), startTestSystem()]);
    const body = { channel: 'email', name: 'Surat', settings: { ...server.settings, usesPlusAddress: true } };
    connectionId = ((await system.admin.call('POST', '/connections', body)).body as { id: string }).id;
  });
  afterAll(async () => {
    await system?.close();
    await server?.stop();
  });

  /* eslint-disable @typescript-eslint/no-explicit-any -- answers of the API, looked at as the test expects them */
  const reportWith = (words: string): Promise<any> =>
    eventually(`a report about ${words}`, async () => {
      const { body } = await system.admin.call('GET', `/reports?q=${encodeURIComponent(words)}`);
      return (body as any).items[0];
    });
  const detail = async (id: string): Promise<any> => (await system.admin.call('GET', `/reports/${id}`)).body;
  const connection = async (): Promise<any> =>
    ((await system.admin.call('GET', '/connections')).body as any[]).find(({ id }) => id === connectionId);
  /* eslint-enable @typescript-eslint/no-explicit-any */
  const write = async (subject: string, text: string, more = '') => {
    const messageId = `<m${++number}@warga.example>`;
    await server.deliver(
      BOX,
      `From: Sari Contoh <${SARI}>\nTo: ${BOX}\nSubject: ${subject}\nMessage-ID: ${messageId}\n${more}Date: ${new Date().toUTCString()}\n\n${text}\n`,
    );
    return messageId;
  };
  const answer = async (reportId: string, text: string) => {
    const { version } = await detail(reportId);
    const body = { text, idempotencyKey: crypto.randomUUID(), version };
    expect(await system.admin.call('POST', `/reports/${reportId}/replies`, body)).toMatchObject({
      status: 202,
    });
  };
  const answerTo = (text: string) =>
    eventually('the answer', async () =>
      (await server.mailsOf(SARI)).find((mail) => mail.text?.includes(text)),
    );

  it('is open and healthy', async () => {
    const found = await eventually('an open session', async () => {
      const row = await connection();
      return row.session?.status === 'open' && row.health.state === 'healthy' && row;
    });
    expect(found).toMatchObject({ session: { account: BOX }, health: { account: BOX } });
  });

  it('makes a report of a mail, answers in its thread and takes the citizen’s next mail into it', async () => {
    const first = await write('Jalan rusak di Jl. Kenanga', 'Sudah sebulan berlubang.');
    const report = await reportWith('Kenanga');
    expect(report).toMatchObject({ channel: 'email', contactName: 'Sari Contoh' });

    await answer(report.id, 'Regu perbaikan berangkat besok.');
    const mail = await answerTo('Regu perbaikan berangkat besok.');
    expect(mail.subject).toBe(`Re: Jalan rusak di Jl. Kenanga [${report.ticketCode}]`);
    expect([mail.inReplyTo, mail.references]).toEqual([first, first]);
    expect(mail.headers.get('auto-submitted')).toBe('auto-replied');
    expect(mail.from?.value).toEqual([{ address: BOX, name: 'Layanan Aduan' }]);
    expect(mail.replyTo?.value[0]?.address).toBe(`aduan+${report.ticketCode}@pemda.example`);
    await eventually('the copy', async () =>
      (await server.mailsOf(BOX, 'Sent')).some(({ messageId }) => messageId === mail.messageId),
    );
    await eventually('the answer counted as sent', async () =>
      JSON.stringify(await detail(report.id)).includes('"sent"'),
    );

    const quote = '\n\nPada Sen, 23 Nov 2026 Layanan Aduan menulis:\n> Regu perbaikan berangkat besok.';
    const thread = `In-Reply-To: ${mail.messageId}\nReferences: ${first} ${mail.messageId}\n`;
    await write('judul lain sama sekali', `Belum ada yang datang.${quote}`, thread);
    const joined = await eventually('the second mail', async () => {
      const found = await detail(report.id);
      return JSON.stringify(found).includes('Belum ada yang datang') && found;
    });
    expect(JSON.stringify(joined)).toContain('quote-hidden');
    expect(JSON.stringify(joined)).not.toContain('Layanan Aduan menulis');
  });

  it('keeps the files of a mail', async () => {
    const body = await photo({ hasPlace: false });
    const picture = body.toString('base64');
    await server.deliver(
      BOX,
      `From: ${SARI}\nTo: ${BOX}\nSubject: Foto kabel putus\nMessage-ID: <p${++number}@warga.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nDi Jl. Wiratama.\n--b\nContent-Type: image/jpeg; name=kabel.jpg\nContent-Transfer-Encoding: base64\n\n${picture.replace(/.{76}/g, '$&\n')}\n--b--\n`,
    );
    const { id } = await reportWith('Wiratama');
    const file = await eventually('the file', async () => {
      const [message] = (await detail(id)).messages;
      return message.attachments[0]?.state === 'stored' && message.attachments[0];
    });
    expect(file).toMatchObject({ fileName: 'kabel.jpg', mimeType: 'image/jpeg', sizeBytes: body.length });
  });

  it('takes a mail to the address with the ticket into its report, only from the one who wrote it', async () => {
    await write('Air PDAM mati', 'Di perumahan Damai.');
    const report = await reportWith('PDAM');
    const tagged = (from: string, text: string) =>
      server.deliver(
        BOX,
        `From: ${from}\nTo: aduan+${report.ticketCode}@pemda.example\nSubject: Susulan\nMessage-ID: <t${++number}@warga.example>\n\n${text}\n`,
      );
    await tagged('budi@warga.example', 'Saya juga, di Damai Indah.');
    await tagged(SARI, 'Sekarang keruh sekali.');
    await eventually('the addition', async () =>
      JSON.stringify(await detail(report.id)).includes('keruh sekali'),
    );
    expect((await reportWith('"Damai Indah"')).id).not.toBe(report.id);
  });

  it('keeps two matters apart that have the same subject', async () => {
    await write('Laporan', 'Sampah menumpuk di Pasar Segiri.');
    await write('Laporan', 'Lampu mati di Jembatan Mahkota.');
    expect((await reportWith('Segiri')).id).not.toBe((await reportWith('Mahkota')).id);
  });

  it('shows that an answer came back', async () => {
    await write('Banjir di Jl. Antasari', 'Selutut.');
    const report = await reportWith('Antasari');
    await answer(report.id, 'Pompa sedang disiapkan.');
    const { messageId } = await answerTo('Pompa sedang disiapkan.');
    await server.deliver(
      BOX,
      `From: MAILER-DAEMON@mx.example\nTo: ${BOX}\nSubject: Undelivered Mail\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=d\n\n--d\nContent-Type: text/plain\n\nno\n--d\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nAction: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 552 mailbox full\n\n--d\nContent-Type: text/rfc822-headers\n\nMessage-ID: ${messageId}\n\n--d--\n`,
    );
    await eventually('the failure', async () =>
      JSON.stringify(await detail(report.id)).includes('552 mailbox full'),
    );
  });

  it('has stored each mail once', async () => {
    const { received, duplicates } = (await connection()).counts;
    expect({ received, duplicates }).toEqual({ received: (await server.mailsOf(BOX)).length, duplicates: 0 });
  });

  it('says when the password is no longer right, and mends itself when it is again', async () => {
    server.setPassword(BOX, 'sandi-baru');
    const bad = await eventually(
      'the state',
      async () => {
        const { health } = await connection();
        return health.state === 'needs-reauthorisation' && health;
      },
      60_000,
    );
    expect(bad.reason).toContain('rejects user name or password');
    await system.admin.call('PATCH', `/connections/${connectionId}`, {
      settings: { password: 'sandi-baru' },
    });
    await eventually('healthy', async () => (await connection()).health.state === 'healthy');
    await write('Pohon tumbang', 'Di Jl. Pahlawan.');
    await reportWith('Pahlawan');
  });
});
