import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { newId } from '@app/database';
import type { ParsedEvent } from '@app/connector-kit';
import { z } from 'zod';

const ENDING = '.json';

const deliverySchema = z.object({
  connectionId: z.string(),
  events: z.array(
    z.union([
      z.object({
        status: z.literal('readable'),
        kind: z.string(),
        externalId: z.string(),
        conversationKey: z.string(),
        payload: z.unknown(),
      }),
      z.object({
        status: z.literal('unreadable'),
        bytes: z.string().transform((text) => Buffer.from(text, 'base64')),
        reason: z.string(),
      }),
    ]),
  ),
});

export interface SpooledDelivery {
  readonly connectionId: string;
  readonly events: readonly ParsedEvent[];
}

/**
 * Deliveries that the database could not take and that nobody will send again: a file each, whole or not there at
 * all, readable by this account alone.
 */
export class EventSpool {
  constructor(private readonly folder: string) {}

  /** When it resolves, the delivery is on disk. */
  async keep({ connectionId, events }: SpooledDelivery): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const written = events.map((event) =>
      event.status === 'unreadable' ? { ...event, bytes: event.bytes.toString('base64') } : event,
    );
    const name = this.pathOf(`${newId()}${ENDING}`);
    await writeDurably(`${name}.new`, JSON.stringify({ connectionId, events: written }));
    await rename(`${name}.new`, name);
    await syncFolder(this.folder);
  }

  /** Names of what waits, the oldest first. */
  async waiting(): Promise<string[]> {
    const names = await readdir(this.folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    return names.filter((name) => name.endsWith(ENDING)).sort();
  }

  /** @returns null when another process has it already. @throws Error when the file is none of ours */
  async read(name: string): Promise<SpooledDelivery | null> {
    const text = await readFile(this.pathOf(name), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    return text === null ? null : deliverySchema.parse(JSON.parse(text));
  }

  async remove(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true });
  }

  private pathOf(name: string): string {
    return path.join(this.folder, name);
  }
}

/** Where an installation keeps its spool. */
export function spoolFolder(dataFolder: string): string {
  return path.join(dataFolder, 'spool');
}

async function writeDurably(name: string, text: string): Promise<void> {
  const file = await open(name, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A file is found again after a power cut only when its name is on disk too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
