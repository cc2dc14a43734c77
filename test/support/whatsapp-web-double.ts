import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from './eventually.js';

const PAGE = fileURLToPath(new URL('./whatsapp-web-page.html', import.meta.url));
const ME = '62811000111@c.us';

export interface SentByPage {
  readonly id: { readonly _serialized: string; readonly remote: string };
  readonly body?: string;
  readonly caption?: string;
  readonly type: string;
  readonly quotedStanzaID?: string;
  /** Base64. */
  readonly file?: string;
}

type Stored = Record<string, unknown> & { readonly id: { readonly _serialized: string } };

/** A phone with an account, and the page that its WhatsApp Web is: what the unmodified library finds in the browser. */
export class WhatsappWebDouble {
  readonly version = 'test';
  readonly sent: SentByPage[] = [];
  readonly codesFor: string[] = [];
  /** Links each page by itself, without a person. */
  scansAtOnce = false;
  private readonly messages: Stored[] = [];
  private readonly pages = new Set<ServerResponse>();
  private readonly files = new Map<string, Buffer>();
  private readonly phoneNumbers: Record<string, string> = {};
  private link: string | null = null;
  private server: Server;

  private constructor(readonly folder: string) {}

  static async start(): Promise<WhatsappWebDouble> {
    const double = new WhatsappWebDouble(await mkdtemp(path.join(tmpdir(), 'wadah-wa-page-')));
    double.server = createServer((request, response) => void double.answer(request, response));
    await new Promise<void>((resolve) => double.server.listen(0, '127.0.0.1', resolve));
    const { port } = double.server.address() as AddressInfo;
    const page = (await readFile(PAGE, 'utf8')).replace('__SERVER__', `http://127.0.0.1:${port}`);
    await writeFile(path.join(double.folder, `${double.version}.html`), page);
    return double;
  }

  /** What the connector needs to show this page in place of WhatsApp's. */
  get page() {
    const { version, folder } = this;
    // The page has a public address and asks this machine.
    return { version, folder, browserArguments: ['--disable-features=LocalNetworkAccessChecks'] };
  }

  get openPages(): number {
    return this.pages.size;
  }

  /** The phone scans the code. */
  async scan(): Promise<void> {
    await eventually('an open page', async () => this.pages.size > 0);
    this.link ??= randomUUID();
    this.tell({ what: 'link', link: this.link });
  }

  /** A message arrives on the phone and, while it is open, on the page. @returns its id */
  receive(given: {
    readonly from: string;
    readonly body?: string;
    readonly author?: string;
    readonly name?: string;
    readonly fromMe?: boolean;
    readonly data?: Record<string, unknown>;
    readonly at?: Date;
  }): string {
    const { from: remote, author, fromMe = false } = given;
    const id = `3A${randomUUID().replaceAll('-', '').slice(0, 18).toUpperCase()}`;
    const serialized = `${fromMe}_${remote}_${id}${author ? `_${author}` : ''}`;
    const message = {
      id: { fromMe, remote, id, _serialized: serialized },
      type: 'chat',
      t: Math.floor((given.at ?? new Date()).getTime() / 1000),
      from: fromMe ? ME : remote,
      to: fromMe ? remote : ME,
      ack: 1,
      notifyName: given.name ?? 'Warga',
      body: given.body ?? '',
      ...(author ? { author } : {}),
      ...given.data,
    };
    this.messages.push(message);
    this.tell({ what: 'message', message });
    return serialized;
  }

  /** A file that messages can name as their `directPath`. */
  keepFile(directPath: string, body: Buffer): void {
    this.files.set(directPath, body);
  }

  knowsPhone(lid: string, phone: string): void {
    this.phoneNumbers[lid] = phone;
  }

  edit(id: string, body: string): void {
    const at = Date.now();
    this.change(id, { body, latestEditSenderTimestampMs: at });
    this.tell({ what: 'edit', id, body, at });
  }

  revoke(id: string): void {
    this.change(id, { type: 'revoked', body: '' });
    this.tell({ what: 'revoke', id });
  }

  react(id: string, author: string, emoji: string): void {
    const message = this.messages.find((known) => known.id._serialized === id);
    const key = {
      fromMe: false,
      remote: author,
      id: randomUUID(),
      _serialized: `false_${author}_${randomUUID()}`,
    };
    const reaction = {
      id: key,
      reactionParentKey: message?.id,
      reactionText: emoji,
      reactionTimestamp: Date.now(),
      author,
    };
    this.tell({ what: 'reaction', reaction });
  }

  /** The citizen's phone has it (2), they have read it (3). */
  acknowledge(id: string, ack: 2 | 3): void {
    this.change(id, { ack });
    this.tell({ what: 'receipt', id, ack });
  }

  becomes(state: 'CONFLICT' | 'CONNECTED' | 'TIMEOUT' | 'UNPAIRED'): void {
    if (state === 'UNPAIRED') this.link = null;
    this.tell({ what: 'state', state });
  }

  /** The library hears of it twice, as it happens with the real page. */
  readyAgain(): void {
    this.tell({ what: 'readyAgain' });
  }

  /** The page stops answering. */
  freeze(): void {
    this.tell({ what: 'freeze' });
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    await rm(this.folder, { recursive: true, force: true });
  }

  private change(id: string, values: Record<string, unknown>): void {
    const message = this.messages.find((known) => known.id._serialized === id);
    if (message) Object.assign(message, values);
  }

  private tell(news: Record<string, unknown>): void {
    for (const page of this.pages) page.write(`data: ${JSON.stringify(news)}\n\n`);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' };
    const url = request.url ?? '/';
    if (url === '/account') {
      const { link, messages, phoneNumbers } = this;
      response.writeHead(200, { ...headers, 'content-type': 'application/json' });
      response.end(JSON.stringify({ me: ME, link, messages, phoneNumbers }));
    } else if (url.startsWith('/news')) {
      response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' });
      response.write(': open\n\n');
      this.pages.add(response);
      if (this.scansAtOnce && url.endsWith('linked=false')) void this.scan();
      request.on('close', () => this.pages.delete(response));
    } else if (url === '/told') {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      this.told(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Told);
      response.writeHead(200, headers).end();
    } else {
      const file = this.files.get(url);
      response.writeHead(file ? 200 : 404, headers).end(file);
    }
  }

  private told({ sent, codeFor }: Told): void {
    if (codeFor) this.codesFor.push(codeFor);
    if (!sent) return;
    this.sent.push(sent);
    this.messages.push({ ...sent, ack: 1 });
  }
}

interface Told {
  readonly sent?: SentByPage;
  readonly codeFor?: string;
}
