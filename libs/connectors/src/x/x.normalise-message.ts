import type { InboundAttachment, NormalisedEvent } from '@app/report-model';
import { xAttachments } from './x.attachments.js';
import { messageConversation, messageExternalId } from './x.conversation.js';
import { isPushed, xMessageEventSchema, type XMessageEvent } from './x.payload.js';
import { readPayload } from './x.read-payload.js';
import { snowflakeTime } from './x.snowflake.js';
import { unescapeText } from './x.text.js';

/** A direct message, in whichever of its two shapes X gave it; our own is the echo of an answer. */
export function normaliseMessage(payload: unknown, receivedAt: Date): NormalisedEvent {
  const event = readPayload(xMessageEventSchema, payload, 'This direct message from X');
  const { message, author, ourUserId } = event;
  const senderId = isPushed(message) ? message.message_create.sender_id : message.sender_id;
  const text = isPushed(message) ? message.message_create.message_data.text : message.text;
  return {
    kind: 'message',
    message: {
      externalId: messageExternalId(message.id),
      conversation: messageConversation(event),
      author: {
        externalId: senderId,
        ...(author?.name && { displayName: author.name }),
        ...(author?.username && { handle: author.username }),
        ...(senderId === ourUserId && { isOurs: true }),
      },
      sentAt: sentAt(message, receivedAt).toISOString(),
      text: unescapeText(text),
      attachments: attachmentsOf(event),
    },
  };
}

function attachmentsOf({ message, media }: XMessageEvent): InboundAttachment[] {
  if (!isPushed(message)) return xAttachments(message, media);
  const item = message.message_create.message_data.attachment?.media;
  if (!item) return [];
  const key = item.id_str ?? message.id;
  const variants = item.video_info?.variants.map(({ bitrate, ...variant }) => ({
    ...variant,
    ...(bitrate !== undefined && { bit_rate: bitrate }),
  }));
  const like = {
    media_key: key,
    type: item.type ?? 'photo',
    url: item.media_url_https,
    preview_image_url: item.media_url_https,
    alt_text: undefined,
    variants,
  };
  return xAttachments({ attachments: { media_keys: [key] } }, [like]);
}

function sentAt(message: XMessageEvent['message'], receivedAt: Date): Date {
  const given = isPushed(message) ? Number(message.created_timestamp) : Date.parse(message.created_at ?? '');
  const time = new Date(given);
  return Number.isNaN(time.getTime()) ? (snowflakeTime(message.id) ?? receivedAt) : time;
}
