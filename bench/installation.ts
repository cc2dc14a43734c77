import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { childEnvironment, projectFile } from '@app/config';
import { openSharedServer } from '../libs/database/src/embedded/index.js';

export interface Installation {
  readonly address: string;
  readonly databaseUrl: string;
  /** Session cookie of an admin. */
  readonly cookie: string;
  stop(): Promise<void>;
}

const ADMIN = { name: 'Bench', email: 'bench@example.org', password: 'an unhurried measurement' };

/**
 * The product as `npm start` runs it, on a free port with a data folder of its own that is removed afterwards.
 * @param keptFolder a data folder that stays, for runs that use the same data again
 * @param admin who becomes the first admin, or was it when the kept folder was new
 */
export async function startInstallation(keptFolder?: string, admin = ADMIN): Promise<Installation> {
  const dataFolder = keptFolder ?? (await mkdtemp(path.join(tmpdir(), 'wadah-bench-')));
  const main = projectFile('dist', 'apps', 'cli', 'src', 'main.js');
  const child = spawn(process.execPath, [main, 'start'], {
    env: {
      ...childEnvironment({
        WADAH_DATA_DIR: dataFolder,
        PORT: '0',
        WADAH_ALLOW_PRIVATE_ADDRESSES: 'true',
        WADAH_LOG_LEVEL: 'warn',
      }),
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) {
      child.kill('SIGINT');
      await once(child, 'exit');
    }
    if (!keptFolder) await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    const { address, link } = await welcome(child.stdout);
    const cookie = link ? await becomeAdmin(address, link, admin) : await signIn(address, admin);
    const server = await openSharedServer({ dataFolder, log: () => undefined });
    const stopAll = async (): Promise<void> => {
      await server.leave();
      await stop();
    };
    return { address, databaseUrl: server.url, cookie, stop: stopAll };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @returns link: to become the first admin; null where there is one */
async function welcome(output: NodeJS.ReadableStream): Promise<{ address: string; link: string | null }> {
  let text = '';
  for await (const piece of output) {
    text += String(piece);
    const found = /={72}[\s\S]*berjalan di\s+(\S+)([\s\S]*)={72}/.exec(text);
    if (!found) continue;
    // What is printed later must not fill the pipe.
    output.resume();
    return { address: found[1] ?? '', link: /http\S+token=\S+/.exec(found[2] ?? '')?.[0] ?? null };
  }
  throw new Error(`wadah start ended:\n${text}`);
}

async function becomeAdmin(address: string, link: string, admin: typeof ADMIN): Promise<string> {
  return cookieOf(address, '/api/v1/activation', {
    token: new URL(link).searchParams.get('token'),
    ...admin,
  });
}

function signIn(address: string, { email, password }: typeof ADMIN): Promise<string> {
  return cookieOf(address, '/api/v1/session', { email, password });
}

async function cookieOf(address: string, path: string, body: object): Promise<string> {
  const answer = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify(body),
  });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
