import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError, type Environment } from './environment.js';

const KEY_BYTES = 32;

/**
 * The key that seals credentials: WADAH_SECRET_KEY, else `<data folder>/secret.key`, made once with mode
 * 0600. Whoever loses it must connect every channel again, so an unreadable key is never replaced.
 * @param warn told, in Indonesian, when others could read the file; its mode is set right
 * @returns 32 bytes
 * @throws EnvironmentError when the key has another length; never shows it
 */
export async function loadSecretKey(
  environment: Pick<Environment, 'WADAH_SECRET_KEY' | 'WADAH_DATA_DIR'>,
  warn: (line: string) => void = () => undefined,
): Promise<Buffer> {
  if (environment.WADAH_SECRET_KEY !== undefined) {
    return decodeKey(environment.WADAH_SECRET_KEY, 'WADAH_SECRET_KEY');
  }
  const file = path.join(environment.WADAH_DATA_DIR, 'secret.key');
  return (await readKey(file, warn)) ?? (await makeKey(file, warn));
}

async function readKey(file: string, warn: (line: string) => void): Promise<Buffer | null> {
  try {
    const text = await readFile(file, 'utf8');
    const { mode } = await stat(file);
    if ((mode & 0o077) !== 0) {
      await chmod(file, 0o600);
      warn(`${file} dapat dibaca pengguna lain; izinnya diubah menjadi 0600. Ganti kunci bila ada keraguan.`);
    }
    return decodeKey(text.trim(), file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function makeKey(file: string, warn: (line: string) => void): Promise<Buffer> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const unfinished = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    const handle = await open(unfinished, 'wx', 0o600);
    await handle.writeFile(`${randomBytes(KEY_BYTES).toString('base64')}\n`);
    await handle.sync().finally(() => handle.close());
    // link() leaves a file that is already there: two processes at once end with the same key.
    await link(unfinished, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(unfinished, { force: true });
  }
  const key = await readKey(file, warn);
  if (key === null) throw new EnvironmentError(`${file} vanished while it was made`);
  return key;
}

function decodeKey(text: string, source: string): Buffer {
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  if (key.length === KEY_BYTES) return key;
  throw new EnvironmentError(`${source}: expected ${KEY_BYTES} bytes in base64 or hex`);
}
