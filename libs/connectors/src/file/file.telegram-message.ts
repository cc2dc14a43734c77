import { z } from 'zod';

const partSchema = z.union([
  z.string(),
  z.looseObject({ type: z.string(), text: z.string(), href: z.string().optional() }),
]);
const idSchema = z.union([z.string(), z.number()]).transform(String);

/** https://core.telegram.org/import-export, as far as it is read; older and newer exports have other members. */
export const telegramMessageSchema = z.looseObject({
  id: z.number(),
  type: z.string(),
  date: z.string(),
  date_unixtime: z.string().optional(),
  edited: z.string().optional(),
  edited_unixtime: z.string().optional(),
  /** Null: the account was deleted. */
  from: z.string().nullish(),
  from_id: idSchema.optional(),
  /** Of service messages. */
  action: z.string().optional(),
  reply_to_message_id: z.number().optional(),
  forwarded_from: z.string().nullish(),
  text: z.union([z.string(), z.array(partSchema)]).default(''),
  photo: z.string().optional(),
  file: z.string().optional(),
  file_name: z.string().optional(),
  media_type: z.string().optional(),
  sticker_emoji: z.string().optional(),
  contact_information: z
    .looseObject({
      first_name: z.string().optional(),
      last_name: z.string().optional(),
      phone_number: z.string().optional(),
    })
    .optional(),
  location_information: z.looseObject({ latitude: z.number(), longitude: z.number() }).optional(),
  place_name: z.string().optional(),
  address: z.string().optional(),
  poll: z
    .looseObject({ question: z.string(), answers: z.array(z.looseObject({ text: z.string() })) })
    .optional(),
});
export type TelegramMessage = z.infer<typeof telegramMessageSchema>;

/** What somebody has written, chosen or shared, as one text. */
export function textOf({
  text,
  poll,
  contact_information: contact,
  sticker_emoji: emoji,
}: TelegramMessage): string {
  const written = typeof text === 'string' ? text : text.map(partText).join('');
  const shared = contact && [contact.first_name, contact.last_name, contact.phone_number];
  return [
    written,
    ...(poll ? [poll.question, ...poll.answers.map((answer) => `- ${answer.text}`)] : []),
    ...(shared ? [shared.filter((part) => part).join(' ')] : []),
    ...(written === '' && emoji !== undefined ? [emoji] : []),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** A link behind words is written out. */
function partText(part: z.infer<typeof partSchema>): string {
  if (typeof part === 'string') return part;
  return part.href === undefined || part.href === part.text ? part.text : `${part.text} (${part.href})`;
}

/** The file's name, or its kind where the export left it out. */
export function fileOf({
  photo,
  file,
  file_name: name,
  media_type: type,
}: TelegramMessage): string | undefined {
  if (photo !== undefined) return named(photo) ?? 'photo';
  if (file === undefined && type === undefined) return undefined;
  return name ?? named(file ?? '') ?? KINDS[type ?? ''] ?? 'document';
}

const KINDS: Readonly<Record<string, string>> = {
  sticker: 'sticker',
  animation: 'video',
  video_file: 'video',
  video_message: 'video',
  voice_message: 'voice',
  audio_file: 'audio',
};

/** `photos/photo_1@25-11-2026.jpg` -> `photo_1@25-11-2026.jpg`; files that were left out stand in brackets. */
function named(path: string): string | undefined {
  return path === '' || path.startsWith('(') ? undefined : path.split('/').at(-1);
}
