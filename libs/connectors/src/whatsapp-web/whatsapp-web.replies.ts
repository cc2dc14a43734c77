import { ConnectorError, type ConnectorContext, type ReplySender, type SentReply } from '@app/connector-kit';
import { isBroadcast } from './whatsapp-web.ids.js';
import type { OpenWebSession, SentMessage } from './whatsapp-web.open-session.js';
import type { WhatsappWebSettings } from './whatsapp-web.settings.js';

type Context = ConnectorContext<WhatsappWebSettings>;

const DAY_MS = 86_400_000;
const MEGABYTE = 1024 * 1024;

/** Answers leave through the browser, one after the other and slowly. */
export const whatsappWebReplies: ReplySender<WhatsappWebSettings> = {
  maxTextLength: 4_096,
  lengthUnit: 'utf16',
  countLength: (text) => text.length,
  isIdempotent: false,
  needsSession: true,
  files: {
    maxCount: 1,
    maxBytes: 16 * MEGABYTE,
    mimeTypes: ['image/jpeg', 'image/png', 'video/mp4', 'audio/*', 'application/*', 'text/plain'],
  },

  availability({ conversation }) {
    if (conversation.externalId.includes('@') && !isBroadcast(conversation.externalId)) {
      return { isAllowed: true, isPublic: conversation.kind !== 'private' };
    }
    return {
      isAllowed: false,
      reason: { id: 'Bukan percakapan WhatsApp', en: 'Not a conversation of WhatsApp' },
    };
  },

  async send({ conversation, inReplyTo, text, files = [] }, context) {
    const session = await connected(context);
    await takeTurn(context);
    const isInGroup = conversation.kind === 'group';
    const [file] = files;
    const sent = await session
      .send(conversation.externalId, {
        text,
        ...(file ? { file } : {}),
        // In a group it must be clear who is answered.
        ...(isInGroup ? { quotedId: inReplyTo.externalId } : {}),
      })
      .catch((error: unknown) => {
        throw afterSending(error);
      });
    if (!sent) throw new ConnectorError('reply-refused', 'WhatsApp knows no such conversation any more');
    return toSentReply(sent);
  },

  async check({ conversation, text, attemptedAt }, context) {
    const session = await connected(context).catch(() => null);
    if (!session) return 'unknown';
    const found = await session
      .findSent(conversation.externalId, text, attemptedAt)
      .catch(() => 'unknown' as const);
    if (found === 'unknown') return found;
    return found ? toSentReply(found) : 'not-sent';
  },
};

/** @throws ConnectorError `transient`: nothing has been sent */
async function connected({ session }: Context): Promise<OpenWebSession> {
  if (!session) throw new ConnectorError('transient', 'WhatsApp Web is not open');
  const open = session as OpenWebSession;
  const state = await open.state();
  if (state !== 'CONNECTED') throw new ConnectorError('transient', `WhatsApp Web is ${state}`);
  return open;
}

/** A person does not answer by the second, nor all day: neither does this. */
async function takeTurn({ limits, settings }: Context): Promise<void> {
  const { secondsBetweenAnswers, answersPerDay } = settings;
  const pause = secondsBetweenAnswers * 1_000 * (0.75 + Math.random() / 2);
  await limits.take('answer', { limit: 1, perMs: pause });
  await limits
    .take('day', { limit: answersPerDay, perMs: DAY_MS, burst: answersPerDay })
    .catch((error: unknown) => {
      if (!(error instanceof ConnectorError) || !error.until) throw error;
      // Hours, not seconds: people must see why their answers wait.
      throw new ConnectorError(
        'budget-exhausted',
        `The connection has sent its ${answersPerDay} answers of a day; the next leave as the day goes on`,
        { until: error.until },
      );
    });
}

/** Whatever broke, WhatsApp may have the answer already. */
function afterSending(error: unknown): ConnectorError {
  if (error instanceof ConnectorError) return error;
  return new ConnectorError('outcome-unknown', 'WhatsApp Web broke off while sending', { cause: error });
}

function toSentReply({ id, ack }: SentMessage): SentReply {
  if (ack < 0) throw new ConnectorError('reply-refused', 'WhatsApp could not send the answer');
  return { externalId: id, status: ack >= 2 ? 'delivered' : 'sent' };
}
