import { ConnectorError, type ReplySender, type ReplyTarget } from '@app/connector-kit';
import { sendMessage, uploadPicture } from './tiktok.api.js';
import type { TiktokSettings } from './tiktok.settings.js';

/** Free answers, counted from the citizen's latest message. */
const WINDOW_MS = 48 * 3_600_000;
const IS_OVER = {
  id: 'Lebih dari 48 jam sejak warga menulis: TikTok tidak menerima balasan lagi.',
  en: 'More than 48 hours since the citizen wrote: TikTok takes no answer any more.',
};

export const tiktokReplies: ReplySender<TiktokSettings> = {
  maxTextLength: 6_000,
  lengthUnit: 'utf16',
  countLength: (text) => text.length,
  isIdempotent: false,
  files: { maxCount: 1, maxBytes: 3 * 1024 * 1024, mimeTypes: ['image/jpeg', 'image/png'] },

  availability(target, now) {
    const until = windowEnd(target);
    return now < until ? { isAllowed: true, isPublic: false, until } : { isAllowed: false, reason: IS_OVER };
  },

  async send(reply, context) {
    if (context.now() >= windowEnd(reply)) throw new ConnectorError('reply-refused', IS_OVER.en);
    const { conversation, text, files = [] } = reply;
    // Before anything is sent: what fails here can be tried again.
    const pictures: string[] = [];
    for (const file of files) pictures.push(await uploadPicture(context, file));
    const contents = [
      ...(text === '' ? [] : [{ message_type: 'TEXT', text: { body: text } }]),
      ...pictures.map((id) => ({ message_type: 'IMAGE', image: { media_id: id } })),
    ];
    const ids: string[] = [];
    for (const content of contents) {
      ids.push(await sendMessage(context, conversation.externalId, content).catch(afterFirst(ids.length)));
    }
    const [externalId = '', ...further] = ids;
    return { externalId, status: 'sent', ...(further.length > 0 ? { furtherExternalIds: further } : {}) };
  },
};

/** Once a part has arrived, sending all of it again would double it: a person decides. */
function afterFirst(sentCount: number): (error: unknown) => never {
  return (error) => {
    if (sentCount === 0 || !(error instanceof ConnectorError)) throw error;
    throw new ConnectorError('outcome-unknown', `The text was sent, the picture was not. ${error.message}`);
  };
}

function windowEnd({ conversation, inReplyTo }: ReplyTarget): Date {
  const latest = Math.max(inReplyTo.sentAt.getTime(), conversation.lastInboundAt?.getTime() ?? 0);
  return new Date(latest + WINDOW_MS);
}
