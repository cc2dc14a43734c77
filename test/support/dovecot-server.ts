import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ImapFlow } from 'imapflow';
import { simpleParser, type ParsedMail } from 'mailparser';
import { createTransport } from 'nodemailer';
import { findFreePort } from '../../libs/database/src/embedded/index.js';
import { dovecotConfig, type DovecotPlan } from './dovecot-config.js';
import { eventually } from './eventually.js';
import { startSmtpDouble, type SmtpDouble } from './smtp-double.js';
import { makeCertificates } from './certificates.js';

const PASSWORD = 'rahasia-surat';

export interface MailServer {
  /** Settings of the mailbox `aduan@pemda.example`, over TLS. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly relay: SmtpDouble;
  readonly imapsPort: number;
  /** Puts a mail into the mailbox as another server would, by LMTP. */
  deliver(to: string, mail: string): Promise<void>;
  /** What lies in a folder of somebody's mailbox. */
  mailsOf(address: string, folder?: string): Promise<(ParsedMail & { isSeen: boolean })[]>;
  setPassword(address: string, password: string): void;
  /** The mailbox, which nobody has open, gets a new UIDVALIDITY and its mails new UIDs. */
  makeAnew(address: string): void;
  stop(): Promise<void>;
}

/** Whether this machine has Dovecot with all that the tests want. */
export function hasDovecot(): boolean {
  const isThere = (file: string) => spawnSync('test', ['-x', file]).status === 0;
  return ['imap', 'lmtp', 'submission'].every((name) => isThere(`/usr/lib/dovecot/${name}`));
}

/** A Dovecot of the machine's in a folder and on ports of its own, never as root. What is submitted is delivered. */
export async function startMailServer(): Promise<MailServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'wadah-mail-'));
  const account = unprivileged();
  const ports = await freePorts(4);
  const [imapPort = 0, imapsPort = 0, lmtpPort = 0, submissionPort = 0] = ports;
  const deliverRaw = async (to: readonly string[], raw: Buffer | string) => {
    const lmtp = createTransport({
      host: '127.0.0.1',
      port: lmtpPort,
      lmtp: true,
      ignoreTLS: true,
    } as object);
    await lmtp.sendMail({ envelope: { from: 'warga@warga.example', to: [...to] }, raw });
  };
  const relay = await startSmtpDouble(({ to, bytes }) => deliverRaw(to, bytes));
  const plan: DovecotPlan = {
    ...account,
    ...{ folder, imapPort, imapsPort, lmtpPort, submissionPort, relayPort: relay.port },
  };
  for (const name of ['run', 'mail']) mkdirSync(path.join(folder, name));
  const certificates = makeCertificates(folder);
  const users = new Map<string, string>();
  const writeUsers = () =>
    writeFileSync(
      path.join(folder, 'users'),
      [...users].map(([address, password]) => `${address}:{PLAIN}${password}\n`).join(''),
    );
  for (const address of ['aduan@pemda.example', 'sari@warga.example', 'budi@warga.example']) {
    users.set(address, PASSWORD);
  }
  writeUsers();
  writeFileSync(path.join(folder, 'dovecot.conf'), dovecotConfig(plan));
  ownEverything(folder, account);
  const server = await start(folder, account, [imapPort, lmtpPort, submissionPort]);
  return {
    settings: {
      address: 'aduan@pemda.example',
      displayName: 'Layanan Aduan',
      password: PASSWORD,
      imapHost: 'localhost',
      imapPort: imapsPort,
      smtpHost: 'localhost',
      smtpPort: submissionPort,
      smtpSecurity: 'starttls',
      caCertificate: certificates.ca.replace(/\n/g, ' '),
    },
    relay,
    imapsPort,
    deliver: (to, mail) => deliverRaw([to], mail.replace(/\r?\n/g, '\r\n')),
    mailsOf: (address, mailbox = 'INBOX') => readMails(imapPort, address, users.get(address) ?? '', mailbox),
    setPassword: (address, password) => {
      users.set(address, password);
      writeUsers();
    },
    makeAnew: (address) => {
      for (const file of readdirSync(path.join(folder, 'mail', address))) {
        if (file.startsWith('dovecot')) rmSync(path.join(folder, 'mail', address, file));
      }
    },
    stop: async () => {
      await stop(server);
      await relay.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function start(folder: string, { uid, gid }: Account, ports: readonly number[]): Promise<ChildProcess> {
  const isRoot = process.getuid?.() === 0;
  const child = spawn('/usr/sbin/dovecot', ['-F', '-c', path.join(folder, 'dovecot.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: folder,
    ...(isRoot ? { uid, gid } : {}),
  });
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString('utf8')));
  await eventually('Dovecot', async () => {
    if (child.exitCode !== null) throw new Error(`Dovecot ended: ${complaint}${logOf(folder)}`);
    return (await Promise.all(ports.map(isListening))).every(Boolean);
  });
  return child;
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const exited = once(server, 'exit');
  server.kill('SIGTERM');
  await exited;
}

async function readMails(port: number, address: string, password: string, folder: string) {
  const auth = { user: address, pass: password };
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    doSTARTTLS: false,
    auth,
    logger: false,
  });
  await client.connect();
  try {
    const mailbox = await client.mailboxOpen(folder, { readOnly: true });
    if (mailbox.exists === 0) return [];
    const found = await client.fetchAll('1:*', { source: true, flags: true });
    return await Promise.all(
      found.map(async ({ source, flags }) => ({
        ...(await simpleParser(source ?? Buffer.alloc(0))),
        isSeen: flags?.has('\\Seen') ?? false,
      })),
    );
  } finally {
    await client.logout();
  }
}

interface Account {
  readonly user: string;
  readonly group: string;
  readonly uid: number;
  readonly gid: number;
}

/** Whom the server runs as: ourselves, or `nobody` when we are root. */
function unprivileged(): Account {
  const ask = (...parameters: string[]) => spawnSync('id', parameters, { encoding: 'utf8' }).stdout.trim();
  const who = process.getuid?.() === 0 ? ['nobody'] : [];
  return {
    user: ask('-un', ...who),
    group: ask('-gn', ...who),
    uid: Number(ask('-u', ...who)),
    gid: Number(ask('-g', ...who)),
  };
}

function ownEverything(folder: string, { uid, gid }: Account): void {
  if (process.getuid?.() !== 0) return;
  const names = ['', 'run', 'mail', 'users', 'dovecot.conf', 'server.crt', 'server.key'];
  for (const name of names) chownSync(path.join(folder, name), uid, gid);
}

async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await findFreePort('127.0.0.1'));
  return [...ports];
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

function logOf(folder: string): string {
  try {
    return readFileSync(path.join(folder, 'dovecot.log'), 'utf8').slice(-2_000);
  } catch {
    return '';
  }
}
