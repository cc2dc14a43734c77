import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROJECT_ROOT } from '@app/config';

/** The built product as `npm start` runs it, with a data folder of its own on a free port. */
export interface Installation {
  /** e.g. `http://127.0.0.1:40123` */
  readonly address: string;
  /** The one-time link; only the first start on a data folder prints one. */
  readonly adminLink: string | null;
  readonly pid: number;
  /** Everything that was printed so far. */
  output(): string;
  /** Resolves when the process has ended. @returns the exit code, null after a signal */
  readonly exited: Promise<number | null>;
  /** Ctrl-C. @returns the exit code */
  stop(): Promise<number | null>;
}

const START_LIMIT_MS = 60_000;

/** A folder for the data of one installation, and what removes it. */
export async function makeDataFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'wadah-e2e-'));
  return { path: folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** @throws Error with everything that was printed, when the start fails */
export async function startInstallation(
  dataFolder: string,
  parameters: readonly string[] = [],
): Promise<Installation> {
  const main = path.join(PROJECT_ROOT, 'dist/apps/cli/src/main.js');
  const child = spawn(process.execPath, [main, 'start', ...parameters], {
    cwd: PROJECT_ROOT,
    env: environmentFor(dataFolder),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (output += String(piece)));
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const stop = async (): Promise<number | null> => {
    child.kill('SIGINT');
    return exited;
  };
  try {
    const { address, adminLink } = await welcomed(child, exited, () => output);
    return { address, adminLink, pid: child.pid ?? 0, output: () => output, exited, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Resolves once the closing block stands on the screen. */
function welcomed(
  child: ChildProcess,
  exited: Promise<number | null>,
  output: () => string,
): Promise<{ address: string; adminLink: string | null }> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`wadah start ${why}:\n${output()}`));
    const limit = setTimeout(() => fail('took too long'), START_LIMIT_MS);
    void exited.then((code) => fail(`ended with ${code}`)).finally(() => clearTimeout(limit));
    child.stdout?.on('data', () => {
      const block = /={72}\n([\s\S]*)={72}/.exec(output())?.[1];
      if (block === undefined) return;
      clearTimeout(limit);
      const address = /berjalan di\s+(\S+)/.exec(block)?.[1] ?? '';
      resolve({ address, adminLink: /http\S+token=\S+/.exec(block)?.[0] ?? null });
    });
  });
}

function environmentFor(dataFolder: string): NodeJS.ProcessEnv {
  const ours = /^(WADAH_|DATABASE_URL$|REDIS_URL$|HOST$|PORT$|NODE_OPTIONS$)/;
  const inherited = Object.entries(process.env).filter(([name]) => !ours.test(name));
  return {
    ...Object.fromEntries(inherited),
    WADAH_DATA_DIR: dataFolder,
    PORT: '0',
    // The doubles of the platforms listen on this machine.
    WADAH_ALLOW_PRIVATE_ADDRESSES: 'true',
  };
}
