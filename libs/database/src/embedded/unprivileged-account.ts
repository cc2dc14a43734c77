import { accessSync, chmodSync, constants, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedServerError } from './embedded-server-error.js';

/** Whom the server runs as, when this process is root: PostgreSQL refuses to run as root. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const CANDIDATES = ['postgres', 'nobody'];

/**
 * An account that already exists; none is ever created. Data that exists keeps its owner, so that
 * installing a `postgres` account later changes nothing.
 * @param cluster the folder of PostgreSQL's files, which need not exist
 * @returns null when this process is not root: then the server runs as the same user
 * @throws EmbeddedServerError no-unprivileged-account, no-permission
 */
export function accountFor(cluster: string): Account | null {
  const uid = process.getuid?.();
  const owner = existsSync(cluster) ? statSync(cluster) : null;
  if (uid !== 0) {
    if (owner !== null && uid !== undefined && owner.uid !== uid) throw notTheOwner(cluster, owner.uid);
    return null;
  }
  const accounts = process.platform === 'linux' ? readAccounts() : [];
  if (owner !== null && owner.uid !== 0) {
    const named = accounts.find((account) => account.uid === owner.uid);
    return named ?? { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  }
  for (const name of CANDIDATES) {
    const account = accounts.find((one) => one.name === name && one.uid !== 0);
    if (account) return account;
  }
  throw new EmbeddedServerError(
    'no-unprivileged-account',
    'PostgreSQL tidak mau berjalan sebagai root, dan akun "postgres" maupun "nobody" tidak ada di ' +
      '/etc/passwd. Jalankan Wadah sebagai pengguna biasa, atau isi DATABASE_URL.',
  );
}

/** @returns whether the account may read this file or folder, through all of its parents */
export function canReach(account: Account | null, file: string): boolean {
  try {
    const real = realpathSync(file);
    if (account === null) {
      accessSync(real, constants.R_OK);
      return true;
    }
    return allows(account, real, 4) && parentsOf(real).every((folder) => allows(account, folder, 1));
  } catch {
    return false;
  }
}

/** Lets everybody read (and enter, and run what is executable). */
export function openToAll(file: string): void {
  const { mode } = statSync(file);
  chmodSync(file, mode | 0o444 | ((mode & 0o100) === 0 ? 0 : 0o111));
}

function allows(account: Account, file: string, bit: 1 | 4): boolean {
  const { uid, gid, mode } = statSync(file);
  if (uid === account.uid) return (mode & (bit << 6)) !== 0;
  if (gid === account.gid) return (mode & (bit << 3)) !== 0;
  return (mode & bit) !== 0;
}

function parentsOf(file: string): string[] {
  const parent = path.dirname(file);
  return parent === file ? [] : [parent, ...parentsOf(parent)];
}

function readAccounts(): Account[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

function notTheOwner(cluster: string, owner: number): EmbeddedServerError {
  return new EmbeddedServerError(
    'no-permission',
    `Data PostgreSQL di ${cluster} milik pengguna lain (uid ${owner}). Jalankan Wadah sebagai pengguna ` +
      'yang sama dengan sebelumnya (atau root), atau pilih folder lain dengan WADAH_DATA_DIR.',
  );
}
