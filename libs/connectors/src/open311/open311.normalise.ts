import { ConnectorError, type RawEvent } from '@app/connector-kit';
import type { InboundAttachment, NormalisedEvent } from '@app/report-model';
import { requestPayloadSchema, type RequestPayload } from './open311.payload.js';
import { serviceOf } from './open311.services.js';
import { REQUEST_KIND } from './open311.submission.js';

const VIDEO = /\.(mp4|mov|webm|3gp)$/i;

/** A request opens a conversation of its own, in which everybody can read the answer. */
export function normaliseOpen311(event: RawEvent): NormalisedEvent {
  if (event.kind !== REQUEST_KIND) {
    throw new ConnectorError('payload-unrecognised', `Open311 has no events of kind "${event.kind}"`);
  }
  const payload = readPayload(event);
  const { token, service_code: code, lat, long, address_string: address } = payload;
  const name = [payload.first_name, payload.last_name].filter(Boolean).join(' ');
  return {
    kind: 'message',
    message: {
      externalId: token,
      conversation: { externalId: token, kind: 'public', title: serviceOf(code)?.service_name ?? code },
      author: {
        externalId: `request:${token}`,
        ...(name !== '' && { displayName: name }),
        ...(payload.email !== undefined && { email: payload.email }),
        ...(payload.phone !== undefined && { phone: payload.phone }),
        ...(name === '' && !payload.email && !payload.phone && { isAnonymous: true }),
      },
      sentAt: payload.requested_datetime,
      text: textOf(payload),
      attachments: attachmentsOf(payload),
      ...(lat !== undefined &&
        long !== undefined && {
          location: { latitude: lat, longitude: long, ...(address !== undefined && { label: address }) },
        }),
    },
  };
}

/** @throws ConnectorError `payload-unrecognised` */
export function readPayload(event: Pick<RawEvent, 'payload'>): RequestPayload {
  const result = requestPayloadSchema.safeParse(event.payload);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new ConnectorError('payload-unrecognised', `This request cannot be read; unexpected: ${fields}`);
}

/** Below the description what else was sent that an officer must see. */
function textOf({
  description,
  address_string: address,
  address_id: id,
  attributes,
}: RequestPayload): string {
  const lines = [
    ...(address === undefined ? [] : [`Lokasi: ${address}`]),
    ...(id === undefined ? [] : [`ID alamat: ${id}`]),
    ...Object.entries(attributes ?? {}).map(([code, value]) => `${code}: ${value}`),
  ];
  return lines.length === 0 ? description : `${description}\n\n${lines.join('\n')}`;
}

function attachmentsOf({ media_url: url }: RequestPayload): InboundAttachment[] {
  if (url === undefined) return [];
  return [{ kind: VIDEO.test(new URL(url).pathname) ? 'video' : 'image', url }];
}
