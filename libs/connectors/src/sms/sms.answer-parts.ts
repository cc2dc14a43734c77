import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { SmppReceiptPayload } from './sms.payload.js';

/** Receipts come within the SMS's validity; a week is longer than any. */
const KEPT_MS = 7 * 24 * 3_600_000;

const longAnswerSchema = z.object({
  total: z.int(),
  ids: z.array(z.string()),
  arrived: z.array(z.string()),
  sentAt: z.number(),
});
type LongAnswer = z.infer<typeof longAnswerSchema>;

/**
 * Which SMS belong to one long answer, kept over restarts: the SMSC sends a receipt for each part, an answer has
 * arrived when all of them have. An answer goes by the id of its first part.
 */
export class AnswerParts {
  private answers: LongAnswer[] = [];
  private saving: Promise<void> = Promise.resolve();
  private isSaved = true;

  constructor(private readonly folder: string) {}

  async load(): Promise<void> {
    const text = await readFile(this.file, 'utf8').catch(() => '[]');
    this.answers = z.array(longAnswerSchema).catch([]).parse(parsed(text));
  }

  /** Notes a part as soon as the SMSC has named it: its receipt can be here before the next part has left. */
  add(firstId: string, id: string, total: number, now: Date): void {
    const known = this.answers.find(({ ids }) => ids[0] === firstId);
    if (known) known.ids.push(id);
    else this.answers.push({ total, ids: [id], arrived: [], sentAt: now.getTime() });
    this.isSaved = false;
    this.answers = this.answers.filter(({ sentAt }) => now.getTime() - sentAt < KEPT_MS);
  }

  /** What a receipt means for the answer that its SMS is a part of; null for an SMS that stands alone. */
  note(messageId: string, hasArrived: boolean): SmppReceiptPayload['answer'] {
    const answer = this.answers.find(({ ids }) => ids.includes(messageId));
    if (!answer) return null;
    if (hasArrived && !answer.arrived.includes(messageId)) {
      answer.arrived.push(messageId);
      this.isSaved = false;
    }
    return {
      externalId: `smpp:${answer.ids[0]}`,
      part: answer.ids.indexOf(messageId) + 1,
      total: answer.total,
      isComplete: answer.arrived.length === answer.total,
    };
  }

  /** Never rejects: without the file, only the receipts of answers sent before a restart are not put together. */
  save(): Promise<void> {
    if (!this.isSaved) this.saving = this.saving.then(() => this.write()).catch(() => undefined);
    return this.saving;
  }

  private async write(): Promise<void> {
    this.isSaved = true;
    await writeFile(`${this.file}.new`, JSON.stringify(this.answers), { mode: 0o600 });
    await rename(`${this.file}.new`, this.file);
  }

  private get file(): string {
    return path.join(this.folder, 'long-answers.json');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}
