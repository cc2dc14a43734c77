import { ok, refusal, type Json, type TelegramAnswer } from './telegram-double-http.js';

export interface SentTelegramFile {
  readonly name: string;
  readonly type: string;
  readonly body: Buffer;
}

/** Files that citizens have sent, as Telegram gives them to bots, and files that bots send. */
export class TelegramDoubleFiles {
  private readonly bodies = new Map<string, Buffer>();

  /** @returns the file's id */
  add(body: Buffer): string {
    const fileId = `AgACAgUAAxkB${this.bodies.size}`;
    this.bodies.set(fileId, body);
    return fileId;
  }

  /** Telegram forgets the file. */
  forget(): void {
    this.bodies.clear();
  }

  getFile(fileId: string): TelegramAnswer {
    const body = this.bodies.get(fileId);
    if (!body) return refusal(400, 'Bad Request: wrong remote file identifier specified');
    return ok({
      file_id: fileId,
      file_unique_id: fileId,
      file_size: body.length,
      file_path: `photos/${fileId}`,
    });
  }

  download(path: string): TelegramAnswer {
    const body = this.bodies.get(path.replace(/^photos\//, ''));
    return body ? { status: 200, body } : refusal(404, 'Not Found');
  }

  /** What a `sendPhoto`, `sendDocument` or `sendMediaGroup` carries. */
  async readSent(
    method: string,
    parameters: Json,
  ): Promise<{ readonly caption: string; readonly files: readonly SentTelegramFile[] }> {
    if (method !== 'sendMediaGroup') {
      const field = method.replace('send', '').toLowerCase();
      const caption = parameters['caption'];
      return {
        caption: typeof caption === 'string' ? caption : '',
        files: [await readFile(parameters[field])],
      };
    }
    const media = JSON.parse(String(parameters['media'])) as { media: string; caption?: string }[];
    const fields = media.map((item) => parameters[item.media.replace('attach://', '')]);
    return { caption: media[0]?.caption ?? '', files: await Promise.all(fields.map(readFile)) };
  }
}

async function readFile(field: unknown): Promise<SentTelegramFile> {
  if (!(field instanceof File)) throw new Error('No file where one was expected');
  return { name: field.name, type: field.type, body: Buffer.from(await field.arrayBuffer()) };
}
