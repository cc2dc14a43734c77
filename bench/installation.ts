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

/** The product as `npm start` runs it, on a free port with a data folder of its own that is removed afterwards. */
export async function startInstallation(): Promise<Installation> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'wadah-bench-'));
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
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    const { address, link } = await welcome(child.stdout);
    const cookie = await becomeAdmin(address, link);
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

async function welcome(output: NodeJS.ReadableStream): Promise<{ address: string; link: string }> {
  let text = '';
  for await (const piece of output) {
    text += String(piece);
    const found = /berjalan di\s+(\S+)[\s\S]*?(http\S+token=\S+)[\s\S]*={72}/.exec(text);
    if (!found) continue;
    // What is printed later must not fill the pipe.
    output.resume();
    return { address: found[1] ?? '', link: found[2] ?? '' };
  }
  throw new Error(`wadah start ended:\n${text}`);
}

async function becomeAdmin(address: string, link: string): Promise<string> {
  const answer = await fetch(`${address}/api/v1/activation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({
      token: new URL(link).searchParams.get('token'),
      email: 'bench@example.org',
      name: 'Bench',
      password: 'an unhurried measurement',
    }),
  });
  if (answer.status !== 200) throw new Error(`Activation: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
