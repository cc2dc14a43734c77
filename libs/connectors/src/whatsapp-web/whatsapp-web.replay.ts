import { recordedBodies, type ParsedEvent, type RecordedFile, type ReplayStep } from '@app/connector-kit';
import { editEvent, messageEvent, reactionEvent, revocationEvent } from './whatsapp-web.events.js';

type Recorded = Readonly<Record<string, unknown>>;

/** Recorded events of whatsapp-web.js, as the session would have stored them. See `Connector.replay`. */
export function replayWhatsappWeb(file: RecordedFile): readonly ReplayStep[] {
  return [{ by: 'ledger', events: recordedBodies(file).map(eventOf) }];
}

/** The library tells an edit as message, new and old text; what was taken back as the message and what it was. */
function eventOf(payload: unknown): ParsedEvent {
  if (Buffer.isBuffer(payload)) {
    return { status: 'unreadable', bytes: payload, reason: 'Not JSON, so nothing that WhatsApp Web gives' };
  }
  const outer = payload as Recorded;
  const message = dataOf(outer['message'] ?? outer);
  if ('newBody' in outer) return editEvent(message);
  if ('revoked' in outer) return revocationEvent(message);
  if ('reaction' in outer) return reactionEvent(outer['reaction']);
  return messageEvent(message);
}

/** The library wraps WhatsApp's own data. */
function dataOf(message: unknown): unknown {
  return (message as Recorded | null)?.['_data'] ?? message;
}
