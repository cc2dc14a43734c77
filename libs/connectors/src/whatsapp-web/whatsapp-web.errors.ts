import { ConnectorError } from '@app/connector-kit';

/** What whatsapp-web.js says when a session ends, and what it means. */
const REASONS: Readonly<Record<string, string>> = {
  LOGOUT: 'The account was unlinked on the phone. Link it again',
  UNPAIRED: 'The account is not linked any more. Link it again',
  UNPAIRED_IDLE: 'The account is not linked any more. Link it again',
  CONFLICT: 'WhatsApp Web was opened with this account elsewhere',
  DEPRECATED_VERSION: 'WhatsApp no longer accepts this version of WhatsApp Web',
  PROXYBLOCK: 'WhatsApp blocks the network of the worker',
  'auth timeout': 'WhatsApp Web did not load. Check that the worker reaches web.whatsapp.com',
  'ready timeout': 'WhatsApp Web did not get ready',
};
/** WhatsApp has blocked the number: nothing that can be tried again. */
const BLOCKED = new Set(['TOS_BLOCK', 'SMB_TOS_BLOCK']);

/** Why the session ended; everything but a block is tried again. */
export function explainEnd(reason: unknown): ConnectorError {
  if (reason instanceof ConnectorError) return reason;
  const word = reason instanceof Error ? reason.message : String(reason);
  if (BLOCKED.has(word)) {
    return new ConnectorError(
      'credentials-rejected',
      'WhatsApp has blocked this number for breaking its terms. Use WhatsApp Cloud API, with another number',
    );
  }
  const known = REASONS[word] ?? explainFault(word);
  return new ConnectorError('transient', known, reason instanceof Error ? { cause: reason } : {});
}

/** Texts of the browser's remote control, which admins need not read. */
function explainFault(word: string): string {
  if (/net::ERR_|Navigation/.test(word)) {
    return 'WhatsApp Web did not load. Check that the worker reaches web.whatsapp.com';
  }
  if (/Failed to launch|launch the browser/i.test(word)) {
    return `The browser could not be started: ${word.split('\n')[0]?.slice(0, 200) ?? ''}`;
  }
  if (/Target closed|Session closed|detached|Protocol error|Execution context/i.test(word)) {
    return 'The page of WhatsApp Web has broken';
  }
  return `WhatsApp Web: ${word.slice(0, 200)}`;
}
