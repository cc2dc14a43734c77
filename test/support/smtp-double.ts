import type { Socket } from 'node:net';
import { lineServer, type LineServer } from './line-server.js';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** As transmitted, dots unstuffed, CRLF. */
  readonly bytes: Buffer;
}

/** What the server says at each step; the usual answer where undefined. `hang` says nothing, `cut` drops the line. */
export interface SmtpScript {
  readonly greeting?: string | 'hang';
  readonly auth?: string;
  readonly rcpt?: string;
  readonly afterData?: string | 'hang' | 'cut';
}

export interface SmtpDouble extends LineServer {
  readonly mails: readonly ReceivedMail[];
  /** The AUTH commands, as they came. */
  readonly logins: readonly string[];
  play(script: SmtpScript): void;
}

/**
 * An SMTP server that takes everything unless told otherwise.
 * @param deliver gets each mail before it is acknowledged
 */
export async function startSmtpDouble(
  deliver: (mail: ReceivedMail) => Promise<void> = () => Promise.resolve(),
): Promise<SmtpDouble> {
  let script: SmtpScript = {};
  const mails: ReceivedMail[] = [];
  const logins: string[] = [];
  const server = await lineServer((socket) => {
    if (script.greeting !== 'hang') say(socket, script.greeting ?? '220 surat.example ESMTP');
    let mail = { from: '', to: [] as string[] };
    let data: string[] | null = null;
    return (line) => {
      if (data) {
        if (line !== '.') return void data.push(line.startsWith('.') ? line.slice(1) : line);
        const received = { ...mail, bytes: Buffer.from(`${data.join('\r\n')}\r\n`, 'latin1') };
        [data, mail] = [null, { from: '', to: [] }];
        mails.push(received);
        if (script.afterData === 'hang') return;
        if (script.afterData === 'cut') return void socket.destroy();
        const answer = script.afterData;
        void deliver(received).then(
          () => say(socket, answer ?? '250 2.0.0 OK'),
          (error: unknown) => say(socket, `451 4.3.0 ${String(error)}`),
        );
        return;
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'EHLO' || verb === 'LHLO')
        say(socket, '250-surat.example', '250-8BITMIME', '250 AUTH PLAIN XOAUTH2');
      else if (verb === 'AUTH') {
        logins.push(line);
        say(socket, script.auth ?? '235 2.7.0 OK');
      } else if (verb === 'MAIL') {
        mail = { from: addressIn(line), to: [] };
        say(socket, '250 2.1.0 OK');
      } else if (verb === 'RCPT') {
        const answer = script.rcpt ?? '250 2.1.5 OK';
        if (answer.startsWith('2')) mail.to.push(addressIn(line));
        say(socket, answer);
      } else if (verb === 'DATA') {
        data = [];
        say(socket, '354 go on');
      } else if (verb === 'QUIT') {
        say(socket, '221 2.0.0 bye');
        socket.end();
      } else say(socket, '250 2.0.0 OK');
    };
  });
  return {
    ...server,
    mails,
    logins,
    play(next) {
      script = next;
      mails.length = 0;
      logins.length = 0;
    },
  };
}

function say(socket: Socket, ...lines: string[]): void {
  socket.write(lines.map((line) => `${line}\r\n`).join(''));
}

function addressIn(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? '';
}
