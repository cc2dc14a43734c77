import type { AttachmentKind, InboundAttachment, InboundLocation } from '@app/report-model';
import type { WebMessage } from './whatsapp-web.payload.js';

const FILE_KINDS: Readonly<Record<string, AttachmentKind>> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  ptt: 'audio',
  document: 'document',
  sticker: 'sticker',
};

export const isFile = ({ type }: WebMessage): boolean => type in FILE_KINDS;

/** The file (fetched later through the session, by the message's id), shared contacts, and things without a file. */
export function attachmentsOf(message: WebMessage): InboundAttachment[] {
  const kind = FILE_KINDS[message.type];
  if (kind) return [file(kind, message)];
  switch (message.type) {
    case 'vcard':
      return [contact(message.body)];
    case 'multi_vcard':
      return (message.vcardList ?? []).map(({ vcard }) => contact(vcard));
    case 'groups_v4_invite':
      return [other(`Group invitation: ${message.inviteGrpName ?? ''}`)];
    case 'poll_creation':
      return [other(`Poll: ${message.pollName ?? ''}`)];
    case 'event_creation':
    case 'scheduled_event_creation':
      return [other(`Event: ${message.eventName ?? ''}`)];
    case 'order':
    case 'product':
    case 'payment':
      return [other(`${message.type}: ${message.title ?? ''}`)];
    default:
      return [];
  }
}

export function locationOf({ type, lat, lng, loc }: WebMessage): InboundLocation | undefined {
  if (type !== 'location' || lat === undefined || lng === undefined) return undefined;
  const label = loc?.split('\n').filter(Boolean).join(', ');
  return { latitude: lat, longitude: lng, ...(label ? { label } : {}) };
}

function file(kind: AttachmentKind, { id, mimetype, filename, size }: WebMessage): InboundAttachment {
  return {
    kind,
    externalId: id._serialized,
    ...(mimetype ? { mimeType: mimetype } : {}),
    ...(filename ? { fileName: filename } : {}),
    ...(size === undefined ? {} : { sizeBytes: size }),
  };
}

/** Name and numbers of a vCard. */
function contact(vcard = ''): InboundAttachment {
  const lines = vcard.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const valueOf = (line: string): string => line.slice(line.indexOf(':') + 1).replace(/\\([,;\\])/g, '$1');
  const name = lines.filter((line) => /^FN[;:]/i.test(line)).map(valueOf);
  const numbers = lines.filter((line) => /^(?:[\w-]+\.)?TEL[;:]/i.test(line)).map(valueOf);
  const description = [...name, ...numbers].filter(Boolean).join(', ');
  return { kind: 'contact', ...(description ? { description } : {}) };
}

function other(description: string): InboundAttachment {
  return { kind: 'other', description: description.replace(/[:\s]+$/, '') };
}
