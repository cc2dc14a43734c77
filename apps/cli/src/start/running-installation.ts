import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { isAlive } from '../../../../libs/database/src/embedded/index.js';

const installationSchema = z.object({
  pid: z.number().int(),
  address: z.url(),
  /** Marks (see processMark) of `wadah start` itself and of its api and worker. */
  mark: z.string(),
  children: z.array(z.string()),
});

/** The `wadah start` that runs on a data folder, as it says in `<data folder>/wadah.json`. No secrets. */
export type RunningInstallation = z.infer<typeof installationSchema>;

/** @returns null when nothing runs; what a killed start left behind does not count */
export async function findRunningInstallation(dataFolder: string): Promise<RunningInstallation | null> {
  const installation = await read(dataFolder);
  return installation !== null && isAlive(installation.mark) ? installation : null;
}

/** Other commands, and the next start, then find this one. */
export async function announceInstallation(
  dataFolder: string,
  installation: RunningInstallation,
): Promise<void> {
  const unfinished = `${fileIn(dataFolder)}.unfinished`;
  await writeFile(unfinished, `${JSON.stringify(installation, null, 2)}\n`);
  await rename(unfinished, fileIn(dataFolder));
}

export async function withdrawInstallation(dataFolder: string): Promise<void> {
  await rm(fileIn(dataFolder), { force: true });
}

/**
 * After a kill -9 of `wadah start` its api and worker end by themselves, which may take a moment; until
 * then they hold the port, and the address that platforms know must not move to the next one.
 * @param limit in milliseconds
 */
export async function waitForFormerChildren(dataFolder: string, limit = 12_000): Promise<void> {
  const children = (await read(dataFolder))?.children ?? [];
  for (const end = Date.now() + limit; children.some(isAlive) && Date.now() < end;) await delay(50);
}

async function read(dataFolder: string): Promise<RunningInstallation | null> {
  const text = await readFile(fileIn(dataFolder), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return installationSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function fileIn(dataFolder: string): string {
  return path.join(dataFolder, 'wadah.json');
}
