import { ConnectorError, type RawEvent } from '@app/connector-kit';
import type { AttachmentKind, InboundAttachment, InboundMessage, NormalisedEvent } from '@app/report-model';
import type { z } from 'zod';
import { conversationOf } from './mastodon.conversation.js';
import { textOfHtml } from './mastodon.html.js';
import {
  mastodonDeletionEventSchema,
  mastodonStatusEventSchema,
  type MastodonStatus,
} from './mastodon.payload.js';

/** See `Connector.normalise`. */
export function normaliseMastodonEvent(event: RawEvent): NormalisedEvent {
  if (event.kind === 'deletion') {
    const { statusId } = read(mastodonDeletionEventSchema, event.payload);
    return {
      kind: 'deletion',
      messageExternalId: statusId,
      deletedAt: event.receivedAt.toISOString(),
    };
  }
  if (event.kind !== 'status') {
    throw new ConnectorError('payload-unrecognised', `Unknown kind of event: ${event.kind}`);
  }
  const { status } = read(mastodonStatusEventSchema, event.payload);
  const message = toMessage(status, event.receivedAt);
  const editedAt = timeOf(status.edited_at);
  if (!editedAt) return { kind: 'message', message };
  return {
    kind: 'edit',
    messageExternalId: status.id,
    editedAt: editedAt.toISOString(),
    text: message.text,
    attachments: message.attachments,
    message,
  };
}

function toMessage(status: MastodonStatus, receivedAt: Date): InboundMessage {
  const { account, in_reply_to_id: answered, url, spoiler_text: warning } = status;
  const text = [warning, textOfHtml(status.content)].filter(Boolean).join('\n');
  return {
    externalId: status.id,
    conversation: conversationOf(status),
    author: {
      externalId: account.id,
      ...(account.display_name && { displayName: account.display_name }),
      handle: account.acct,
    },
    sentAt: (timeOf(status.created_at) ?? receivedAt).toISOString(),
    text,
    ...(answered && { replyToExternalId: answered }),
    attachments: attachmentsOf(status),
    ...(url && { permalink: url }),
  };
}

const KINDS: Readonly<Record<string, AttachmentKind>> = {
  image: 'image',
  video: 'video',
  gifv: 'video',
  audio: 'audio',
};

function attachmentsOf({ media_attachments: media, poll }: MastodonStatus): InboundAttachment[] {
  const files = media.map(({ id, type, url, remote_url: remote, description }): InboundAttachment => {
    const address = url ?? remote;
    return {
      kind: KINDS[type] ?? 'other',
      externalId: id,
      ...(address && { url: address }),
      ...(description && { description }),
    };
  });
  return poll ? [...files, { kind: 'other', description: 'Poll' }] : files;
}

function timeOf(text: string | null | undefined): Date | undefined {
  const time = new Date(text ?? Number.NaN);
  return Number.isNaN(time.getTime()) ? undefined : time;
}

/** Names the members that are wrong, never their values: reasons are shown and logged. */
function read<Schema extends z.ZodType>(schema: Schema, payload: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new ConnectorError(
    'payload-unrecognised',
    `This status of Mastodon cannot be read; unexpected: ${where}`,
  );
}
