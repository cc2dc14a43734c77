import { ConnectorError } from '@app/connector-kit';
import type { Script, ScriptedAnswer, ScriptedServer } from '@app/connector-kit/testing';
import type {
  DownloadedFile,
  OpenWebSession,
  SentMessage,
} from '../../libs/connectors/src/whatsapp-web/whatsapp-web.open-session.js';

const ORIGIN = 'session://open';

/** An open session that answers by the contract suite's script: a status of 4xx or 5xx is a page in trouble. */
export function startScriptedSession() {
  let answer: ScriptedAnswer = { status: 404 };
  const requests: unknown[] = [];
  const session: OpenWebSession = {
    account: '+62811000111',
    state: async () => {
      if (answer === 'hang')
        throw new ConnectorError('transient', 'The page of WhatsApp Web does not answer');
      if (answer === 'cut') return 'CONNECTED';
      if (typeof answer.body === 'string') return 'UNKNOWN';
      return (answer.status ?? 200) >= 400 ? 'TIMEOUT' : 'CONNECTED';
    },
    send: async (chat) => {
      requests.push(chat);
      if (answer === 'cut' || answer === 'hang') throw new Error('Target closed');
      return (answer.body ?? null) as SentMessage | null;
    },
    findSent: async () => null,
    download: async (_id, maxBytes): Promise<DownloadedFile | 'gone' | 'too-large' | null> => {
      if (answer === 'cut' || answer === 'hang') throw new Error('Target closed');
      if (answer.status === 404) return 'gone';
      const body = answer.body as Buffer | undefined;
      if (!body) return null;
      return body.length > maxBytes ? 'too-large' : { body, mimeType: 'image/jpeg' };
    },
  };
  const server: ScriptedServer = {
    origin: ORIGIN,
    requests: requests as unknown as ScriptedServer['requests'],
    play: (script: Script) => {
      requests.length = 0;
      answer = script as ScriptedAnswer;
    },
    stop: async () => undefined,
  };
  return {
    platform: async () => server,
    /** Elsewhere nothing is open. */
    context: (origin: string) => ({ session: origin === ORIGIN ? session : null }),
  };
}
