import type { AttachmentKind, InboundAttachment, InboundLocation } from '@app/report-model';
import { e164 } from './telegram.author.js';
import type { TelegramFile, TelegramMessage } from './telegram.payload.js';

/** Files and shared things in a message, by file id: the file itself is fetched later with `getFile` (20 MB at most). */
export function attachmentsOf(message: TelegramMessage): InboundAttachment[] {
  const { live_photo: live, animation, document } = message;
  return [
    ...photo(message.photo ?? live?.photo),
    ...file('video', live),
    ...file('video', message.video),
    ...file('video', message.video_note, 'video/mp4'),
    ...file('video', animation),
    ...file('audio', message.audio),
    ...file('audio', message.voice, 'audio/ogg'),
    // An animation comes with itself as a document, for programs that know no animations.
    ...(animation ? [] : file('document', document)),
    ...sticker(message.sticker),
    ...contact(message.contact),
    ...others(message),
  ];
}

/** A place that was shared, with the name of the venue where it has one. */
export function locationOf({ venue, location }: TelegramMessage): InboundLocation | undefined {
  const place = venue?.location ?? location;
  if (!place) return undefined;
  const label = [venue?.title, venue?.address].filter(Boolean).join(', ');
  return { latitude: place.latitude, longitude: place.longitude, ...(label ? { label } : {}) };
}

/** Telegram offers several sizes of a photo: the largest is the one to keep. Photos are always JPEG. */
function photo(sizes: TelegramMessage['photo']): InboundAttachment[] {
  const largest = sizes?.reduce<(typeof sizes)[number] | undefined>(
    (best, size) => (best && best.width * best.height >= size.width * size.height ? best : size),
    undefined,
  );
  return file('image', largest, 'image/jpeg');
}

function file(
  kind: AttachmentKind,
  given: TelegramFile | undefined,
  usualType?: string,
  description?: string,
): InboundAttachment[] {
  if (!given) return [];
  const mimeType = given.mime_type ?? usualType;
  return [
    {
      kind,
      externalId: given.file_id,
      ...(mimeType ? { mimeType } : {}),
      ...(given.file_name ? { fileName: given.file_name } : {}),
      ...(given.file_size === undefined ? {} : { sizeBytes: given.file_size }),
      ...(description ? { description } : {}),
    },
  ];
}

function sticker(given: TelegramMessage['sticker']): InboundAttachment[] {
  const type = given?.is_animated ? 'application/x-tgsticker' : given?.is_video ? 'video/webm' : 'image/webp';
  return file('sticker', given, type, given?.emoji);
}

function contact(given: TelegramMessage['contact']): InboundAttachment[] {
  if (!given) return [];
  const name = [given.first_name, given.last_name].filter(Boolean).join(' ');
  const number = e164(given.phone_number) ?? given.phone_number;
  return [{ kind: 'contact', description: [name, number].filter(Boolean).join(', ') }];
}

/** Things without a file that we can keep, which still say that something was sent. */
function others({
  poll,
  checklist,
  game,
  dice,
  story,
  paid_media: paid,
}: TelegramMessage): InboundAttachment[] {
  const descriptions = [
    poll && `Poll: ${poll.question ?? ''}`,
    checklist && `Checklist: ${checklist.title ?? ''}`,
    game && `Game: ${game.title ?? ''}`,
    dice && `${dice.emoji ?? '🎲'} ${dice.value ?? ''}`,
    story && 'Story',
    paid && 'Paid media',
  ];
  return descriptions
    .filter((description) => description !== undefined)
    .map((description) => ({ kind: 'other', description: description.replace(/[:\s]+$/, '') }));
}
