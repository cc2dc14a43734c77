import { ConnectorError, type RawEvent } from '@app/connector-kit';
import type { InboundMessage, NormalisedEvent } from '@app/report-model';
import { z } from 'zod';
import { filedSchema, messageSchema, readSchema, type TiktokMessage } from './tiktok.payload.js';

/** See `Connector.normalise`. */
export function normaliseTiktokEvent(event: RawEvent): NormalisedEvent {
  const { businessId, content } = parsed(filedSchema, event.payload);
  switch (event.kind) {
    case 'im_receive_msg':
    case 'im_send_msg':
      return { kind: 'message', message: messageOf(parsed(messageSchema, content), businessId) };
    case 'im_mark_read_msg': {
      const { conversation_id: conversation, from_user: reader, read } = parsed(readSchema, content);
      if (reader.id === businessId) return { kind: 'ignored', reason: 'read by ourselves' };
      const upTo = instant(read.last_read_timestamp);
      return { kind: 'delivery-watermark', conversationExternalId: conversation, status: 'read', upTo };
    }
    default:
      return { kind: 'ignored', reason: `an event of kind "${event.kind}"` };
  }
}

function messageOf(message: TiktokMessage, businessId: string): InboundMessage {
  const { message_id: id, conversation_id: conversation, from, from_user: author } = message;
  const repliedTo = message.referenced_message_info?.referenced_message_id;
  return {
    externalId: id,
    conversation: { externalId: conversation, kind: 'private' },
    author: {
      externalId: author.id,
      ...(from ? { displayName: from } : {}),
      ...(author.id === businessId ? { isOurs: true } : {}),
    },
    sentAt: instant(message.timestamp),
    ...contentOf(message),
    ...(repliedTo ? { replyToExternalId: repliedTo } : {}),
  };
}

function contentOf({
  type,
  text,
  image,
  share_post: post,
}: TiktokMessage): Pick<InboundMessage, 'text' | 'attachments' | 'notes'> {
  if (text) return { text: text.body, attachments: [] };
  if (image) return { text: '', attachments: [{ kind: 'image', externalId: image.media_id }] };
  if (post) return { text: post.embed_url, attachments: [] };
  if (type === 'sticker') return { text: '', attachments: [{ kind: 'sticker', description: 'TikTok' }] };
  // TikTok names the kind and keeps the content.
  return { text: '', attachments: [], notes: ['content-withheld'] };
}

function instant(milliseconds: number): string {
  const time = new Date(milliseconds);
  if (!Number.isNaN(time.getTime())) return time.toISOString();
  throw new ConnectorError('payload-unrecognised', 'This event of TikTok has a time that is none');
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const read = schema.safeParse(value);
  if (!read.success) throw new ConnectorError('payload-unrecognised', z.prettifyError(read.error));
  return read.data;
}
