import {
  encodeForm,
  type OutboundFile,
  type ReplyChoiceLimits,
  type ReplyFileLimits,
} from '@app/connector-kit';

/** One call of the Bot API that sends something. */
export interface TelegramSending {
  readonly method: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** By the name under which the parameters refer to them. */
  readonly files: Readonly<Record<string, OutboundFile>>;
}

/** https://core.telegram.org/bots/api#sending-files; ten in an album. */
export const TELEGRAM_FILE_LIMITS: ReplyFileLimits = {
  maxCount: 10,
  maxBytes: 50_000_000,
  mimeTypes: ['image/*', 'video/*', 'audio/*', 'application/*', 'text/plain'],
};

/** https://core.telegram.org/bots/api#inlinekeyboardbutton: `callback_data` has 1–64 bytes; more than these fit no screen. */
export const TELEGRAM_CHOICES: ReplyChoiceLimits = { maxCount: 8, maxBytes: 64 };

const MAX_CAPTION_LENGTH = 1_024;
const MAX_PHOTO_BYTES = 10_000_000;

/**
 * The calls that carry a text with its buttons, and its files: as one message where the text fits below them, else the
 * files first. An album has no buttons.
 */
export function sendingsOf(
  text: string,
  files: readonly OutboundFile[],
  choices: readonly string[] = [],
): TelegramSending[] {
  const keyboard = choices.length > 0 ? keyboardOf(choices) : {};
  const message = { method: 'sendMessage', parameters: { text, ...keyboard }, files: {} };
  if (files.length === 0) return [message];
  const isCaption = text.length <= MAX_CAPTION_LENGTH && (choices.length === 0 || files.length === 1);
  const album = filesOf(files, isCaption ? text : '');
  if (!isCaption) return [album, message];
  return [{ ...album, parameters: { ...album.parameters, ...keyboard } }];
}

/** Buttons one below the other; each carries its own words, so that an old one still says what it meant. */
function keyboardOf(choices: readonly string[]): Readonly<Record<string, unknown>> {
  const inline_keyboard = choices.map((choice) => [{ text: choice, callback_data: choice }]);
  return { reply_markup: { inline_keyboard } };
}

function filesOf(files: readonly OutboundFile[], caption: string): TelegramSending {
  const given = caption === '' ? {} : { caption };
  const kinds = files.map(kindOf);
  const [first] = files;
  if (files.length === 1 && first) {
    const kind = kinds[0] ?? 'document';
    return { method: SINGLE[kind], parameters: given, files: { [kind]: first } };
  }
  // Telegram mixes photos and videos in an album, and nothing else.
  const isGallery = kinds.every((kind) => kind === 'photo' || kind === 'video');
  const media = kinds.map((kind, index) => ({
    type: isGallery ? kind : 'document',
    media: `attach://file${index}`,
    ...(index === 0 ? given : {}),
  }));
  return {
    method: 'sendMediaGroup',
    parameters: { media },
    files: Object.fromEntries(files.map((file, index) => [`file${index}`, file])),
  };
}

const SINGLE = {
  photo: 'sendPhoto',
  video: 'sendVideo',
  audio: 'sendAudio',
  document: 'sendDocument',
} as const;

/** Shown in the chat itself where Telegram can; everything else to open. */
function kindOf({ mimeType, body }: OutboundFile): keyof typeof SINGLE {
  if (/^image\/(jpeg|png|webp)$/.test(mimeType) && body.length <= MAX_PHOTO_BYTES) return 'photo';
  if (mimeType === 'video/mp4') return 'video';
  return /^audio\/(mpeg|mp4|x-m4a)$/.test(mimeType) ? 'audio' : 'document';
}

/** A form of parameters and files, as bytes with their content type. */
export async function multipartOf({
  parameters,
  files,
}: Pick<TelegramSending, 'parameters' | 'files'>): Promise<{
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}> {
  const form = new FormData();
  for (const [name, value] of Object.entries(parameters)) {
    form.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  for (const [name, { body, mimeType, fileName }] of Object.entries(files)) {
    form.append(name, new Blob([new Uint8Array(body)], { type: mimeType }), fileName);
  }
  const { body, contentType } = await encodeForm(form);
  return { body, headers: { 'content-type': contentType } };
}
