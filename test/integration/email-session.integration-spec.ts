import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ParsedEvent, SessionContext, SessionState } from '@app/connector-kit';
import { testContext } from '@app/connector-kit/testing';
import { emailConnector } from '../../libs/connectors/src/email/email.connector.js';
import { emailSettingsSchema, type EmailSettings } from '../../libs/connectors/src/email/email.settings.js';
import { hasDovecot, startMailServer, type MailServer } from '../support/dovecot-server.js';
import { eventually } from '../support/eventually.js';

const isHere = hasDovecot();
if (!isHere) console.warn('*** No Dovecot found: THE TESTS OF THE E-MAIL SESSION ARE SKIPPED. ***');

const BOX = 'aduan@pemda.example';

/** The session with a host that keeps everything in memory. */
class Host {
  readonly stored: ParsedEvent[] = [];
  /** With those that came again. */
  emitted = 0;
  readonly states: SessionState[] = [];
  cursor: string | null = null;
  /** Mails cannot be stored from now on, as when the worker dies between fetching and storing. */
  isBroken = false;
  private stop = new AbortController();
  private done: Promise<void> = Promise.resolve();
  failure: unknown;

  constructor(private readonly settings: Readonly<Record<string, unknown>>) {}

  start(more: Readonly<Record<string, unknown>> = {}): void {
    this.stop = new AbortController();
    this.failure = undefined;
    const settings = emailSettingsSchema.parse({ ...this.settings, ...more });
    const context: SessionContext<EmailSettings> = {
      ...testContext(settings, { signal: this.stop.signal, now: () => new Date() }),
      cursor: this.cursor,
      folder: '/nowhere',
      emit: async (events, cursor) => {
        if (this.isBroken && events.length > 0) throw new Error('the worker died');
        const ids = new Set(this.ids());
        this.emitted += events.length;
        this.stored.push(...events.filter((event) => !ids.has(idOf(event))));
        if (cursor !== undefined) this.cursor = cursor;
      },
      report: (state) => this.states.push(state),
      offer: () => undefined,
    };
    this.done = (emailConnector.session?.run(context) ?? Promise.resolve()).catch((error: unknown) => {
      this.failure = error;
    });
  }

  ids(): string[] {
    return this.stored.map(idOf);
  }

  has(count: number): Promise<boolean> {
    return eventually(`${count} events`, async () => this.stored.length >= count);
  }

  async close(): Promise<void> {
    this.stop.abort();
    await this.done;
  }

  async ended(): Promise<unknown> {
    await this.done;
    return this.failure;
  }
}

function idOf(event: ParsedEvent): string {
  return event.status === 'readable' ? event.externalId : event.reason;
}

(isHere ? describe : describe.skip)('a mailbox held open', () => {
  let server: MailServer;
  let host: Host;
  let number = 0;

  beforeAll(async () => {
    server = await startMailServer();
  });
  afterEach(() => host?.close());
  afterAll(() => server?.stop());

  const mail = (subject: string, more = '') =>
    `From: Sari <sari@warga.example>\nTo: ${BOX}\nSubject: ${subject}\nMessage-ID: <m${++number}@warga.example>\n${more}Date: ${new Date().toUTCString()}\n\nIsi ${subject}\n`;

  it('brings old mail at first, then each new one at once, and changes nothing in the mailbox', async () => {
    await server.deliver(BOX, mail('lama'));
    host = new Host(server.settings);
    host.start();
    await host.has(1);
    await eventually('IDLE', async () => host.states.some(({ status }) => status === 'open'));
    await server.deliver(BOX, mail('baru'));
    await host.has(2);
    expect((await server.mailsOf(BOX)).map(({ isSeen }) => isSeen)).toEqual([false, false]);
    await host.close();
    expect(host.failure).toBeUndefined();
  });

  const subjects = () =>
    host.stored.map((event) => /Isi (.*)/.exec(JSON.stringify(event))?.[1]?.replace(/\\n.*/, '') ?? '');
  const isOpen = () => eventually('open', async () => host.states.some(({ status }) => status === 'open'));
  const restart = async (more?: Readonly<Record<string, unknown>>) => {
    await host.close();
    host.states.length = 0;
    host.start(more);
  };

  it('goes on where it stopped, and takes nothing twice when there is nothing new', async () => {
    host = new Host(server.settings);
    host.start();
    await host.has((await server.mailsOf(BOX)).length);
    const before = host.emitted;
    await restart();
    await isOpen();
    await server.deliver(BOX, mail('sesudah'));
    await host.has(before + 1);
    expect(host.emitted).toBe(before + 1);
    expect(subjects().at(-1)).toBe('sesudah');
  });

  it('takes again what was fetched but not stored, and what came meanwhile', async () => {
    host = new Host(server.settings);
    host.start({ historyDays: 0 });
    await isOpen();
    await eventually('the start is noted', async () => host.cursor);
    host.isBroken = true;
    await server.deliver(BOX, mail('direbut'));
    expect(await host.ended()).toMatchObject({ message: expect.stringContaining('the worker died') });
    expect(host.stored).toHaveLength(0);
    const meanwhile = Array.from({ length: 60 }, (_, index) => `antre ${index}`);
    await Promise.all(meanwhile.map((subject) => server.deliver(BOX, mail(subject))));
    host.isBroken = false;
    host.start({ historyDays: 0 });
    await server.deliver(BOX, mail('menyusul'));
    await host.has(62);
    expect(subjects().sort()).toEqual(['direbut', 'menyusul', ...meanwhile].sort());
    expect(host.emitted).toBe(62);
  });

  it('leaves older mail alone when told to', async () => {
    await server.deliver(BOX, mail('sebelum'));
    host = new Host(server.settings);
    // Arrival times have seconds only.
    host.start({ historyDays: 0 });
    await isOpen();
    await eventually('the start is noted', async () => host.cursor?.includes('false'));
    const atStart = host.emitted;
    await server.deliver(BOX, mail('kini'));
    await host.has(atStart + 1);
    expect(atStart).toBeLessThan((await server.mailsOf(BOX)).length - 1);
    expect(subjects().at(-1)).toBe('kini');
  });

  it('reads a mailbox that was made anew, and knows what it knew', async () => {
    host = new Host(server.settings);
    host.start();
    const all = (await server.mailsOf(BOX)).length;
    await host.has(all);
    const cursor = host.cursor;
    await host.close();
    server.makeAnew(BOX);
    await server.deliver(BOX, mail('di kotak baru'));
    host.start();
    await host.has(all + 1);
    await eventually('all of it', async () => host.emitted >= 2 * all + 1);
    expect(host.stored).toHaveLength(all + 1);
    expect(JSON.parse(host.cursor ?? '')).not.toMatchObject({
      uidValidity: (JSON.parse(cursor ?? '') as { uidValidity: string }).uidValidity,
    });
  });

  it('takes only text and headers of a mail over the limit', async () => {
    const photo = Buffer.alloc(1_500_000, 7).toString('base64').replace(/.{76}/g, '$&\n');
    const big = mail('besar', 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n').replace(
      'Isi besar',
      `--b\nContent-Type: image/jpeg; name=banjir.jpg\nContent-Transfer-Encoding: base64\n\n${photo}\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nIsi besar, kata =E2=80=9Cair=E2=80=9D\n--b--`,
    );
    host = new Host(server.settings);
    host.start({ historyDays: 0, maxMegabytes: 1 });
    await isOpen();
    await server.deliver(BOX, big);
    await eventually('the mail', async () => subjects().some((subject) => subject.startsWith('besar')));
    const event = host.stored.find((one) => JSON.stringify(one).includes('banjir.jpg'));
    if (event?.status !== 'readable') throw new Error('It was not read');
    expect(JSON.stringify(event.payload).length).toBeLessThan(20_000);
    expect(emailConnector.normalise({ ...event, receivedAt: new Date() })).toMatchObject({
      message: {
        text: 'besar\n\nIsi besar, kata “air”',
        notes: ['attachments-left-behind'],
        attachments: [{ kind: 'image', fileName: 'banjir.jpg' }],
      },
    });
  });

  it('marks as read what is stored, when a setting says so', async () => {
    host = new Host(server.settings);
    host.start({ marksAsRead: true });
    await eventually('all read', async () => (await server.mailsOf(BOX)).every(({ isSeen }) => isSeen));
  });

  it('can tell what became of an answer, from the Sent folder or from what answers it', async () => {
    const { check, send } = emailConnector.replies ?? {};
    const context = (sentCopies: string) =>
      testContext(emailSettingsSchema.parse({ ...server.settings, sentCopies }), { now: () => new Date() });
    const answer = (idempotencyKey: string) => ({
      conversation: { externalId: 'sari@warga.example 00', kind: 'private' as const },
      inReplyTo: { externalId: '<m1@warga.example> sari@warga.example', sentAt: new Date() },
      recipient: { externalId: 'sari@warga.example' },
      text: 'Baik.',
      idempotencyKey,
      attemptedAt: new Date(Date.now() - 300_000),
    });
    const kept = await send?.(answer('disimpan'), context('wadah'));
    expect(await check?.(answer('disimpan'), context('wadah'))).toEqual(kept);
    const answered = await send?.(answer('dijawab'), context('none'));
    expect(await check?.(answer('dijawab'), context('none'))).toBe('unknown');
    await server.deliver(BOX, mail('Re: jawaban', `In-Reply-To: ${answered?.externalId}\n`));
    expect(await check?.(answer('dijawab'), context('none'))).toEqual(answered);
    expect(await check?.(answer('tak pernah'), context('provider'))).toBe('not-sent');
  });

  it.each([
    ['a wrong password', { password: 'salah' }, 'credentials-rejected', 'rejects user name or password'],
    ['an unknown certificate', { caCertificate: undefined }, 'permission-missing', 'certificate'],
    ['a certificate for another name', { imapHost: '127.0.0.1' }, 'permission-missing', 'certificate'],
    ['a folder that is not there', { folder: 'Tidak Ada' }, 'permission-missing', 'folder'],
  ])('says what is wrong: %s', async (_name, settings, code, words) => {
    host = new Host(server.settings);
    host.start(settings);
    expect(await host.ended()).toMatchObject({ code, message: expect.stringContaining(words) });
  });
});
