import { ConnectorError } from '@app/connector-kit';
import type { OpenWebSession } from './whatsapp-web.open-session.js';

const EVERY_MS = 60_000;
/** So many bad answers in a row; WhatsApp Web mends short interruptions by itself. */
const PATIENCE = 2;

/**
 * Asks the page every minute whether it still lives: whatsapp-web.js does not say when it has died.
 * @returns what ends the watch
 */
export function watch(
  session: Pick<OpenWebSession, 'state'>,
  onDead: (error: ConnectorError) => void,
  everyMs = EVERY_MS,
): () => void {
  let bad = 0;
  let isAsking = false;
  const timer = setInterval(() => {
    if (isAsking) return;
    isAsking = true;
    void session
      .state()
      .then(
        (state) => (state === 'CONNECTED' ? null : `WhatsApp Web is ${state}`),
        (error: unknown) => (error instanceof Error ? error.message : 'The page does not answer'),
      )
      .then((problem) => {
        bad = problem === null ? 0 : bad + 1;
        if (problem !== null && bad >= PATIENCE) onDead(new ConnectorError('transient', problem));
      })
      .finally(() => (isAsking = false));
  }, everyMs);
  return () => clearInterval(timer);
}
