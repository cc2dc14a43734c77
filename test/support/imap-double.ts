import type { Socket } from 'node:net';
import { lineServer, type LineServer } from './line-server.js';

/** What the server says; the usual answer where undefined. `hang` says nothing. */
export interface ImapScript {
  readonly greeting?: string | 'hang';
  /** The answer to a login, without the tag. */
  readonly login?: string;
}

export interface ImapDouble extends LineServer {
  /** The XOAUTH2 answers that came, base64. */
  readonly tokens: readonly string[];
  play(script: ImapScript): void;
}

/** An IMAP server with one empty mailbox. */
export async function startImapDouble(): Promise<ImapDouble> {
  let script: ImapScript = {};
  const tokens: string[] = [];
  const server = await lineServer((socket) => {
    if (script.greeting !== 'hang') socket.write(`${script.greeting ?? '* OK siap'}\r\n`);
    return (line) => answer(socket, line, script, tokens);
  });
  return {
    ...server,
    tokens,
    play(next) {
      script = next;
      tokens.length = 0;
    },
  };
}

function answer(socket: Socket, line: string, { login }: ImapScript, tokens: string[]): void {
  const [tag = '*', verb = '', method, token] = line.split(' ');
  const say = (...lines: string[]) => socket.write(lines.map((one) => `${one}\r\n`).join(''));
  switch (verb.toUpperCase()) {
    case 'CAPABILITY':
      return void say('* CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2', `${tag} OK`);
    case 'AUTHENTICATE':
      if (method === 'XOAUTH2' && token) tokens.push(token);
      return void say(`${tag} ${login ?? 'OK masuk'}`);
    case 'LOGIN':
      return void say(`${tag} ${login ?? 'OK masuk'}`);
    case 'SELECT':
    case 'EXAMINE':
      return void say('* 0 EXISTS', '* OK [UIDVALIDITY 1]', '* OK [UIDNEXT 1]', `${tag} OK [READ-ONLY]`);
    case 'LIST':
      return void say('* LIST () "/" INBOX', `${tag} OK`);
    case 'LOGOUT':
      say('* BYE', `${tag} OK`);
      return void socket.end();
    default:
      return void say(`${tag} OK`);
  }
}
