import type { AttachmentToFetch } from '@app/database';
import type { MediaRequest } from '@app/connector-kit';
import type { InboundAttachment } from '@app/report-model';

/** What a connector needs to fetch a stored attachment. */
export function mediaRequestOf(row: AttachmentToFetch, maxBytes: number): MediaRequest {
  return {
    attachment: attachmentOf(row),
    messageExternalId: row.messageExternalId,
    event: eventOf(row),
    maxBytes,
  };
}

function attachmentOf(row: AttachmentToFetch): InboundAttachment {
  return {
    kind: row.kind,
    ...(row.externalId === null ? {} : { externalId: row.externalId }),
    ...(row.url === null ? {} : { url: row.url }),
    ...(row.mimeType === null ? {} : { mimeType: row.mimeType }),
    ...(row.fileName === null ? {} : { fileName: row.fileName }),
    ...(row.sizeBytes === null ? {} : { sizeBytes: row.sizeBytes }),
    ...(row.description === null ? {} : { description: row.description }),
  };
}

function eventOf(row: AttachmentToFetch): MediaRequest['event'] {
  if (!row.eventPayload || !row.eventReceivedAt) return null;
  return {
    kind: row.eventKind ?? '',
    externalId: row.eventExternalId ?? '',
    payload: JSON.parse(row.eventPayload.toString('utf8')) as unknown,
    receivedAt: row.eventReceivedAt,
  };
}
