import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ErasureRequestRow } from '@app/database';
import { z } from 'zod';

const NAME = 'erasures.jsonl';
const lineSchema = z.object({
  id: z.uuid(),
  at: z.iso.datetime().transform((at) => new Date(at)),
  contactId: z.uuid(),
  isNameErased: z.boolean(),
  reportIds: z.array(z.uuid()),
});

/**
 * What was erased at people's request, a line each, in the data folder: it outlives the database, so that one that is
 * restored is told. It holds numbers of rows alone.
 */
export class ErasureFile {
  private readonly file: string;

  constructor(dataFolder: string) {
    this.file = path.join(dataFolder, NAME);
  }

  /** @throws Error that names the line that cannot be read */
  async read(): Promise<ErasureRequestRow[]> {
    const text = await readFile(this.file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return text
      .split('\n')
      .flatMap((line, index) => (line.trim() === '' ? [] : [this.parse(line, index + 1)]));
  }

  /** Whole or not at all. */
  async write(requests: readonly ErasureRequestRow[]): Promise<void> {
    const unfinished = `${this.file}.${randomBytes(4).toString('hex')}`;
    try {
      const handle = await open(unfinished, 'wx', 0o600);
      try {
        await handle.writeFile(requests.map((request) => `${JSON.stringify(request)}\n`).join(''));
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(unfinished, this.file);
    } finally {
      await rm(unfinished, { force: true });
    }
  }

  private parse(line: string, number: number): ErasureRequestRow {
    try {
      return lineSchema.parse(JSON.parse(line));
    } catch {
      throw new Error(
        `${this.file}, line ${number}: not an erasure. Put the last good copy of the file in its place, or remove the line`,
      );
    }
  }
}
