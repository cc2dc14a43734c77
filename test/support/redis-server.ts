import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { findFreePort } from '../../libs/database/src/embedded/index.js';
import { eventually } from './eventually.js';

export interface RedisServer {
  readonly url: string;
  /** Number of keys that begin so. */
  count(prefix: string): Promise<number>;
  /** As a power cut. */
  kill(): Promise<void>;
}

/** Whether this machine has a Redis server. */
export function hasRedis(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0;
}

/** A Redis of the machine's on a free port, which keeps nothing. */
export async function startRedis(): Promise<RedisServer> {
  const port = await findFreePort('127.0.0.1');
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', settings, { stdio: 'ignore' });
  const exited = once(child, 'exit');
  await eventually('Redis', async () => (await ask(port, 'PING').catch(() => '')).includes('PONG'));
  return {
    url: `redis://127.0.0.1:${port}`,
    count: async (prefix) => Number(/^\*(\d+)/.exec(await ask(port, `KEYS ${prefix}*`))?.[1] ?? 0),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** One command, the first piece of its answer. */
async function ask(port: number, command: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write(`${command}\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return answer.toString('utf8');
  } finally {
    socket.destroy();
  }
}
