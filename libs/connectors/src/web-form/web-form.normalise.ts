import { ConnectorError, type RawEvent } from '@app/connector-kit';
import type { InboundAttachment, InboundAuthor, NormalisedEvent } from '@app/report-model';
import type { z } from 'zod';
import {
  additionPayloadSchema,
  submissionPayloadSchema,
  type AdditionPayload,
  type SubmissionPayload,
} from './web-form.payload.js';

/** A submission opens a conversation of its own; an addition joins the report whose ticket code it names. */
export function normaliseWebForm(event: RawEvent): NormalisedEvent {
  switch (event.kind) {
    case 'submission':
      return submission(read(submissionPayloadSchema, event));
    case 'addition':
      return addition(read(additionPayloadSchema, event));
    default:
      throw new ConnectorError('payload-unrecognised', `A form has no events of kind "${event.kind}"`);
  }
}

function submission(payload: SubmissionPayload): NormalisedEvent {
  if (payload.trap !== undefined) {
    return { kind: 'ignored', reason: 'hidden field filled in: probably sent by a program' };
  }
  const author: InboundAuthor = {
    externalId: `submission:${payload.submissionId}`,
    // Forms from before held the name of those who wished not to be named.
    ...(!payload.isAnonymous && {
      ...(payload.name !== undefined && { displayName: payload.name }),
      ...(payload.email !== undefined && { email: payload.email }),
      ...(payload.phone !== undefined && { phone: payload.phone }),
    }),
    isAnonymous: payload.isAnonymous,
  };
  return {
    kind: 'message',
    message: {
      externalId: payload.submissionId,
      conversation: { externalId: payload.submissionId, kind: 'form' },
      author,
      sentAt: payload.submittedAt,
      text: payload.place === undefined ? payload.text : `${payload.text}\n\nLokasi: ${payload.place}`,
      attachments: payload.photos.map(photoOf),
      ...(payload.position && {
        location: { ...payload.position, ...(payload.place !== undefined && { label: payload.place }) },
      }),
      trackingSecret: payload.trackingSecret,
      ...(payload.isConfidential && { isConfidential: true }),
    },
  };
}

function photoOf(photo: SubmissionPayload['photos'][number]): InboundAttachment {
  return { kind: 'image', ...photo };
}

function addition(payload: AdditionPayload): NormalisedEvent {
  return {
    kind: 'message',
    message: {
      externalId: payload.submissionId,
      conversation: { externalId: payload.conversationExternalId, kind: 'form' },
      author: { externalId: payload.authorExternalId },
      sentAt: payload.submittedAt,
      text: payload.text,
      attachments: payload.photos.map(photoOf),
      ticketCode: payload.ticketCode,
    },
  };
}

function read<Schema extends z.ZodType>(schema: Schema, event: RawEvent): z.output<Schema> {
  const result = schema.safeParse(event.payload);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new ConnectorError(
    'payload-unrecognised',
    `This ${event.kind} cannot be read; unexpected: ${fields}`,
  );
}
