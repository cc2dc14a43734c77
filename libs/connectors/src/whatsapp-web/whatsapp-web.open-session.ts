import { ConnectorError, type OutboundFile } from '@app/connector-kit';
import type { Client, Message } from 'whatsapp-web.js';

export interface SentMessage {
  readonly id: string;
  /** 0 waiting, 1 with WhatsApp, 2 on the phone, 3 read. */
  readonly ack: number;
}

export interface DownloadedFile {
  readonly body: Buffer;
  readonly mimeType: string;
  readonly fileName?: string;
}

/** What answers, files and health use of a session that is open. */
export interface OpenWebSession {
  /** E.164, or the id when the number is hidden. */
  readonly account: string;
  /** WhatsApp's word for the connection; `CONNECTED` when all is well. @throws ConnectorError `transient` */
  state(): Promise<string>;
  /** @returns null when WhatsApp knows no such chat */
  send(chat: string, message: OutgoingMessage): Promise<SentMessage | null>;
  /** The latest message with this text that left for the chat since `since`. */
  findSent(chat: string, text: string, since: Date): Promise<SentMessage | null>;
  /** @returns `gone` when WhatsApp no longer has it; null when it is not there yet */
  download(messageId: string, maxBytes: number): Promise<DownloadedFile | 'gone' | 'too-large' | null>;
}

export interface OutgoingMessage {
  readonly text: string;
  readonly file?: OutboundFile;
  readonly quotedId?: string;
}

const ANSWER_LIMIT_MS = 10_000;
const RECENT_MESSAGES = 50;

/** The session as the library's client offers it. */
export class ClientSession implements OpenWebSession {
  /** Of answers that left here: their echoes are not news. */
  readonly sentIds = new Set<string>();
  private sending: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly client: Client,
    readonly account: string,
  ) {}

  async state(): Promise<string> {
    const state = await within(ANSWER_LIMIT_MS, this.client.getState());
    return String(state ?? 'UNKNOWN');
  }

  async send(chat: string, message: OutgoingMessage): Promise<SentMessage | null> {
    const sent = this.sending.then(() => this.sendNow(chat, message));
    this.sending = sent.catch(() => undefined);
    return sent;
  }

  /** Resolves when no answer is on its way out. */
  async quiet(): Promise<void> {
    await this.sending;
  }

  async findSent(chat: string, text: string, since: Date): Promise<SentMessage | null> {
    const found = await this.client.getChatById(chat);
    const messages = await found.fetchMessages({ limit: RECENT_MESSAGES, fromMe: true });
    const match = messages
      .filter(({ body, timestamp }) => body === text && timestamp * 1000 >= since.getTime() - 1_000)
      .at(-1);
    return match ? sentOf(match) : null;
  }

  async download(messageId: string, maxBytes: number): Promise<DownloadedFile | 'gone' | 'too-large' | null> {
    const message = await this.client.getMessageById(messageId);
    if (!message?.hasMedia) return 'gone';
    const { size } = message.rawData as { size?: number };
    if (size !== undefined && size > maxBytes) return 'too-large';
    const media = (await message.downloadMedia()) as
      Awaited<ReturnType<Message['downloadMedia']>> | undefined;
    if (!media) return null;
    const body = Buffer.from(media.data, 'base64');
    if (body.length > maxBytes) return 'too-large';
    return { body, mimeType: media.mimetype, ...(media.filename ? { fileName: media.filename } : {}) };
  }

  private async sendNow(
    chat: string,
    { text, file, quotedId }: OutgoingMessage,
  ): Promise<SentMessage | null> {
    const { default: library } = await import('whatsapp-web.js');
    const media =
      file && new library.MessageMedia(file.mimeType, file.body.toString('base64'), file.fileName);
    const sent = (await this.client.sendMessage(chat, text, {
      // A preview makes the browser visit what an officer has written.
      linkPreview: false,
      waitUntilMsgSent: true,
      ...(media ? { media } : {}),
      ...(quotedId ? { quotedMessageId: quotedId } : {}),
    })) as Message | null | undefined;
    if (sent === null) return null;
    if (sent === undefined) {
      throw new ConnectorError(
        'outcome-unknown',
        'WhatsApp Web took the answer and did not say what became of it',
      );
    }
    this.sentIds.add(sent.id._serialized);
    return sentOf(sent);
  }
}

/** A page that has died answers nothing at all. */
async function within<Value>(ms: number, answer: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new ConnectorError('transient', 'The page of WhatsApp Web does not answer')),
      ms,
    );
  });
  try {
    return await Promise.race([answer, limit]);
  } catch (error) {
    if (error instanceof ConnectorError) throw error;
    throw new ConnectorError('transient', 'The page of WhatsApp Web has broken', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

function sentOf({ id, ack }: Message): SentMessage {
  return { id: id._serialized, ack: ack ?? 0 };
}
