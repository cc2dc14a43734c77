import { randomBytes } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** What is kept of a content: the bytes themselves, and a small picture of them. */
export type MediaVariant = 'original' | 'thumbnail';

export interface ByteRange {
  /** First and last byte, both included. */
  readonly start: number;
  readonly end: number;
}

/** Files by the SHA-256 of their content: `ab/cd/<sha256>`, readable by the owner only. */
export class MediaFolder {
  constructor(private readonly root: string) {}

  /** Complete or not there: a crash leaves no half file. Bytes that are there already stay. */
  async write(sha256: string, variant: MediaVariant, body: Buffer): Promise<void> {
    const file = this.fileOf(sha256, variant);
    if ((await this.size(sha256, variant)) === body.length) return;
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const unfinished = `${file}.${randomBytes(4).toString('hex')}`;
    try {
      const handle = await open(unfinished, 'wx', 0o600);
      try {
        await handle.writeFile(body);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(unfinished, file);
    } finally {
      await rm(unfinished, { force: true });
    }
  }

  /** @returns bytes, or null when there is no such file */
  async size(sha256: string, variant: MediaVariant): Promise<number | null> {
    const found = await stat(this.fileOf(sha256, variant)).catch(nullWhenMissing);
    return found && found.size;
  }

  async read(sha256: string): Promise<Buffer> {
    return readFile(this.fileOf(sha256, 'original'));
  }

  stream(sha256: string, variant: MediaVariant, range?: ByteRange): ReadStream {
    return createReadStream(this.fileOf(sha256, variant), range);
  }

  /** Removes the content and its thumbnail. */
  async remove(sha256: string): Promise<void> {
    await rm(this.fileOf(sha256, 'thumbnail'), { force: true });
    await rm(this.fileOf(sha256, 'original'), { force: true });
  }

  private fileOf(sha256: string, variant: MediaVariant): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not a SHA-256');
    const name = variant === 'original' ? sha256 : `${sha256}.thumbnail.webp`;
    return path.join(this.root, sha256.slice(0, 2), sha256.slice(2, 4), name);
  }
}

function nullWhenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
