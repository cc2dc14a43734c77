import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import ts from 'typescript';
import {
  findRunningServer,
  openSharedServer,
  startEmbeddedServer,
  type EmbeddedServer,
} from '../../libs/database/src/embedded/index.js';
import { THROWAWAY_SETTINGS } from '../../libs/database/src/embedded/server-settings.js';

const isRoot = process.getuid?.() === 0;

let base: string;
let dataFolder: string;

beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'wadah-fault-'));
  dataFolder = path.join(base, 'data');
});

afterEach(async () => {
  await (await findRunningServer(dataFolder).catch(() => null))?.stop();
  await rm(base, { recursive: true, force: true });
});

const start = (settings: Record<string, string> = { ...THROWAWAY_SETTINGS }): Promise<EmbeddedServer> =>
  startEmbeddedServer({ dataFolder, settings });

describe('the embedded server', () => {
  it('keeps what was written through a kill -9 of all its processes', async () => {
    const first = await start({});
    await query(first.url, 'create table kept as select 42 as answer');
    await kill(await serverPid());
    const second = await start({});
    expect(second.wasAdopted).toBe(false);
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(await query(second.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
  });

  it('survives the death of the process that started it and is adopted by the next', async () => {
    const owner = await startInOtherProcess();
    await waitUntil(async () => (await findRunningServer(dataFolder)) !== null);
    await kill(owner.pid ?? 0);
    const adopted = await start();
    expect(adopted.wasAdopted).toBe(true);
    expect(await query(adopted.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await adopted.stop();
    expect(await findRunningServer(dataFolder)).toBeNull();
  });

  it('starts over when initdb was killed half-way', async () => {
    const owner = await startInOtherProcess();
    const isHalfDone = async (): Promise<boolean> =>
      (await readdir(dataFolder).catch(() => [])).some((name) => name.startsWith('postgres.unfinished-'));
    await waitUntil(isHalfDone);
    await kill(owner.pid ?? 0);
    expect(existsSync(path.join(dataFolder, 'postgres'))).toBe(false);
    const server = await start();
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await isHalfDone()).toBe(false);
  });

  it('refuses a folder that is no complete cluster instead of starting empty', async () => {
    await mkdir(path.join(dataFolder, 'postgres', 'base'), { recursive: true });
    await expect(start()).rejects.toMatchObject({ code: 'data-unusable' });
  });

  it('names both versions when the data are of another PostgreSQL', async () => {
    await mkdir(path.join(dataFolder, 'postgres', 'global'), { recursive: true });
    await writeFile(path.join(dataFolder, 'postgres', 'PG_VERSION'), '15\n');
    await expect(start()).rejects.toMatchObject({ code: 'version-mismatch' });
  });

  it('starts although the pid in postmaster.pid now belongs to a stranger', async () => {
    const first = await start();
    const lockFile = path.join(dataFolder, 'postgres', 'postmaster.pid');
    const left = await readFile(lockFile, 'utf8');
    await first.stop();
    const { uid, gid } = await stat(path.join(dataFolder, 'postgres'));
    const stranger = spawn('sleep', ['600'], { stdio: 'ignore', cwd: '/', ...(isRoot && { uid, gid }) });
    try {
      await writeFile(lockFile, left.replace(/^\d+/, String(stranger.pid)), { mode: 0o600 });
      if (isRoot) await chown(lockFile, uid, gid);
      expect((await start()).wasAdopted).toBe(false);
    } finally {
      stranger.kill('SIGKILL');
    }
  });

  it('sets a new password when the file with it was lost', async () => {
    const first = await start();
    await rm(path.join(dataFolder, 'postgres-password'));
    const second = await start();
    expect(second.url).not.toBe(first.url);
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('asks for the password, listens on loopback only and keeps the password to itself', async () => {
    const server = await start();
    const wrong = server.url.replace(/:[^:@]+@/, ':wrong@');
    await expect(query(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(await query(server.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect((await stat(path.join(dataFolder, 'postgres-password'))).mode & 0o777).toBe(0o600);
  });

  it('gives one server to several that start it at once', async () => {
    const servers = await Promise.all([start(), start(), start()]);
    expect(new Set(servers.map((server) => server.url)).size).toBe(1);
    expect(await query(servers[0]?.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is stopped by the last of its users, whoever started it', async () => {
    const options = { dataFolder, settings: { ...THROWAWAY_SETTINGS } };
    const first = await openSharedServer(options);
    const second = await openSharedServer(options);
    expect(await first.leave()).toBe('still-used');
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await second.leave()).toBe('stopped');
    expect(await findRunningServer(dataFolder)).toBeNull();
  });

  it('leaves no process behind when stopped', async () => {
    const server = await start();
    const pids = [await serverPid(), ...childrenOf(await serverPid())];
    expect(pids.length).toBeGreaterThan(3);
    await server.stop();
    // A process lets go of its folder, which is what is waited for, a moment before it is gone.
    await waitUntil(() => !pids.some(isLiving));
  });

  (isRoot ? it : it.skip)('runs for root as another account on data below folders closed to it', async () => {
    await chmod(base, 0o700);
    const server = await start();
    const rows = await query(server.url, "create table t (i int); select pg_relation_filepath('t') as file");
    expect(rows).toHaveLength(1);
    expect((await stat(`/proc/${await serverPid()}`)).uid).not.toBe(0);
    expect((await stat(dataFolder)).mode & 0o077).toBe(0);
    await query(server.url, 'create extension pg_trgm');
    expect(await query(server.url, "select similarity('jalan', 'jalan') as same")).toEqual([{ same: 1 }]);
  });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const result = (await client.query(sql)) as pg.QueryResult | pg.QueryResult[];
    return Array.isArray(result) ? (result.at(-1)?.rows ?? []) : result.rows;
  } finally {
    await client.end();
  }
}

async function serverPid(): Promise<number> {
  return Number.parseInt(await readFile(path.join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

/** Starts the server from a node process of its own, which then only waits. */
async function startInOtherProcess(): Promise<ChildProcess> {
  const sources = path.resolve('libs/database/src/embedded');
  const compiled = path.join(base, 'compiled');
  await mkdir(compiled);
  await symlink(path.resolve('node_modules'), path.join(base, 'node_modules'));
  await writeFile(path.join(base, 'package.json'), '{ "type": "module" }');
  for (const name of await readdir(sources)) {
    const source = await readFile(path.join(sources, name), 'utf8');
    const options = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext };
    const output = ts.transpileModule(source, { compilerOptions: options }).outputText;
    await writeFile(path.join(compiled, name.replace(/ts$/, 'js')), output);
  }
  const options = JSON.stringify({ dataFolder, settings: { ...THROWAWAY_SETTINGS } });
  const script = `const { startEmbeddedServer } = await import('${compiled}/index.js');
    setInterval(() => {}, 1000);
    await startEmbeddedServer(${options});`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
}

async function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  await waitUntil(() => !isLiving(pid));
}

function childrenOf(pid: number): number[] {
  const output = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
  return output.trim().split(/\s+/).map(Number);
}

function isLiving(pid: number): boolean {
  try {
    return !execFileSync('ps', ['-o', 'state=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('Z');
  } catch {
    return false;
  }
}

async function waitUntil(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const limit = Date.now() + 20_000; !(await condition());) {
    if (Date.now() > limit) throw new Error('the condition did not come true within 20 s');
    await delay(5);
  }
}
