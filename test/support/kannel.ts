import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFreePort } from '../../libs/database/src/embedded/index.js';
import { eventually } from './eventually.js';

const BEARERBOX = '/usr/sbin/bearerbox';
const SMSBOX = '/usr/sbin/smsbox';
const FAKESMSC = '/usr/lib/kannel/test/fakesmsc';

/** Whether this machine has Debian's packages kannel and kannel-extras. */
export function hasKannel(): boolean {
  return [BEARERBOX, SMSBOX, FAKESMSC].every((program) => existsSync(program));
}

/** Kannel's bearerbox and smsbox in front of its own fake SMSC, in a folder and on ports of their own. */
export class Kannel {
  private readonly children: ChildProcess[] = [];
  private phone: ChildProcess | null = null;
  private phoneOutput = '';

  private constructor(
    private readonly folder: string,
    private readonly ports: {
      readonly admin: number;
      readonly smsbox: number;
      readonly sendsms: number;
      readonly fake: number;
    },
  ) {}

  static async prepare(): Promise<Kannel> {
    const folder = await mkdtemp(path.join(tmpdir(), 'wadah-kannel-'));
    const port = () => findFreePort('127.0.0.1');
    return new Kannel(folder, {
      admin: await port(),
      smsbox: await port(),
      sendsms: await port(),
      fake: await port(),
    });
  }

  get settings() {
    return {
      mode: 'kannel',
      shortCode: '1708',
      kannelUrl: `http://127.0.0.1:${this.ports.sendsms}/cgi-bin/sendsms`,
      kannelUser: 'wadah',
      kannelPassword: 'rahasia-kannel',
      kannelStatusUrl: `http://127.0.0.1:${this.ports.admin}/status.xml`,
      kannelStatusPassword: 'rahasia-status',
      messagesPerSecond: 1000,
    };
  }

  /** @param webhookUrl with the secret: where every SMS goes */
  async start(webhookUrl: string): Promise<void> {
    const file = path.join(this.folder, 'kannel.conf');
    await writeFile(file, this.configuration(webhookUrl));
    await this.run(BEARERBOX, [file], this.ports.smsbox);
    await this.run(SMSBOX, [file], this.ports.sendsms);
  }

  /** A phone writes an SMS to the short code; it stays on, to get answers, until another one writes. */
  async write(from: string, text: string): Promise<void> {
    this.phone?.kill('SIGKILL');
    const aim = ['-H', '127.0.0.1', '-r', String(this.ports.fake), '-i', '0.01', '-m', '1'];
    // The fake SMSC takes one at a time, and a little to see that the former one is gone.
    await eventually('a phone that has sent', async () => {
      const phone = spawn(FAKESMSC, [...aim, `${from} 1708 text ${text}`]);
      this.children.push(phone);
      let output = '';
      for (const stream of [phone.stdout, phone.stderr]) {
        stream.on('data', (piece) => {
          output += String(piece);
          this.phoneOutput += String(piece);
        });
      }
      this.phone = phone;
      await Promise.race([
        once(phone, 'exit'),
        eventually('sent', async () => output.includes('sent message 1')).catch(() => undefined),
      ]);
      return output.includes('sent message 1');
    });
  }

  /** Texts of the SMS that phones have got. */
  get received(): string[] {
    return [...this.phoneOutput.matchAll(/Got message \d+: <\S+ \S+ text (.*)>/g)].map(
      (match) => match[1] ?? '',
    );
  }

  /** How often smsbox came again because it had got no answer. */
  get retries(): number {
    const log = readFileSync(path.join(this.folder, 'smsbox.log'), 'utf8');
    return log.split('HTTP: Retrying request').length - 1;
  }

  async stop(): Promise<void> {
    for (const child of this.children.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Started again when it ends at once: between choosing a port and listening, somebody else may have had it. */
  private async run(program: string, parameters: readonly string[], port: number): Promise<void> {
    let child: ChildProcess | null = null;
    await eventually(
      `${path.basename(program)} at port ${port}`,
      async () => {
        if (!child || child.exitCode !== null || child.signalCode !== null) {
          child = spawn(program, parameters, { cwd: this.folder, stdio: 'ignore' });
          this.children.push(child);
        }
        const socket = connect(port, '127.0.0.1');
        return once(socket, 'connect').then(
          () => socket.destroy(),
          () => null,
        );
      },
      30_000,
    );
  }

  private configuration(webhookUrl: string): string {
    const { admin, smsbox, sendsms, fake } = this.ports;
    const query = 'smsc=%i&from=%p&to=%P&bin=%b&epoch=%T&id=%I&coding=%c&charset=%C';
    return `group = core
admin-port = ${admin}
smsbox-port = ${smsbox}
admin-password = rahasia-admin
status-password = rahasia-status
admin-interface = 127.0.0.1
box-allow-ip = "127.0.0.1"
dlr-storage = internal
store-type = file
store-location = "${this.folder}/kannel.store"
log-file = "${this.folder}/bearerbox.log"

group = smsc
smsc = fake
smsc-id = FAKE
port = ${fake}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = ${sendsms}
sendsms-interface = 127.0.0.1
global-sender = 1708
mo-recode = true
http-request-retry = 1000
http-queue-delay = 1
log-file = "${this.folder}/smsbox.log"
log-level = 0

group = sendsms-user
username = wadah
password = rahasia-kannel
default-sender = 1708
max-messages = 10
concatenation = true

group = sms-service
keyword = default
catch-all = true
get-url = "${webhookUrl}&${query}"
omit-empty = true
max-messages = 0
`;
  }
}
