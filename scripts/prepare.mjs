/**
 * Makes a clone ready to run: installs the packages and builds dist/ when they do not match their sources.
 * Called before every npm script. Plain Node without packages; writes to stderr only, because stdout belongs
 * to the command that follows.
 *
 *   node scripts/prepare.mjs                      prepares, nothing more
 *   node scripts/prepare.mjs FILE [arguments]     prepares, then runs FILE in this same process: one start of
 *                                                 Node less, and signals reach it without a shell between
 */
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');
const packagesStamp = path.join(modules, '.wadah-lock');
const lockFolder = path.join(root, 'dist', '.prepare-lock');
/** No install and build takes this long: an older lock is a left-over, in milliseconds. */
const LONGEST_WORK = 30 * 60_000;

const say = (text) => process.stderr.write(text);

function fail(text) {
  say(`${text}\n`);
  process.exit(1);
}

function requireNode(major, minor) {
  const [ourMajor, ourMinor] = process.versions.node.split('.').map(Number);
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) return;
  fail(
    `Wadah memerlukan Node.js ${major}.${minor} atau lebih baru; yang terpasang ${process.versions.node}.\n` +
      'Pasang Node.js 22 atau 24 (LTS) dari https://nodejs.org, lalu ulangi perintah ini.',
  );
}

/** An installation without sources (a container) has nothing to install or build. */
function isSourceless() {
  if (existsSync(path.join(root, 'apps'))) return false;
  if (existsSync(path.join(root, 'dist', 'apps'))) return true;
  return fail(`Di ${root} tidak ada kode sumber (apps/) maupun hasil bangun (dist/). Ambil ulang Wadah.`);
}

function lockDigest() {
  return createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
}

function hasPackages() {
  try {
    if (readFileSync(packagesStamp, 'utf8') === lockDigest()) return true;
  } catch {
    // No stamp: perhaps installed by hand with npm.
  }
  if (!matchesNpmsRecord()) return false;
  writeFileSync(packagesStamp, lockDigest());
  return true;
}

/**
 * npm writes its own record at the end of an install. It counts only when it has every package of our lock
 * file in the same version, developers' packages included, and the folders are there.
 */
function matchesNpmsRecord() {
  try {
    const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
    const installed = read(path.join(modules, '.package-lock.json'));
    return Object.entries(read(path.join(root, 'package-lock.json'))).every(([folder, wanted]) => {
      if (folder === '' || wanted.link) return true;
      const found = installed[folder];
      if (found === undefined) return wanted.optional === true || wanted.devOptional === true;
      return found.version === wanted.version && existsSync(path.join(root, folder));
    });
  } catch {
    return false;
  }
}

function installPackages() {
  const npm = process.env.npm_execpath ?? '';
  const isNpm = path.basename(npm) === 'npm-cli.js';
  const [program, ...before] = isNpm ? [process.execPath, npm] : ['npm'];
  const parameters = [...before, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = spawnSync(program, parameters, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
    shell: !isNpm && process.platform === 'win32',
  });
  if (result.status === 0) return writeFileSync(packagesStamp, lockDigest());
  const reason = result.error ? String(result.error) : `${result.stdout}${result.stderr}`;
  say('gagal\n');
  return fail(
    `${reason.trim()}\n\nnpm ci gagal di ${root}. Periksa sambungan ke registry npm, ruang disk, dan izin folder, ` +
      'lalu ulangi perintah ini.',
  );
}

/** One prepare at a time in a clone; the others wait and then find the work done. */
function withLock(work) {
  takeLock();
  const release = () => rmSync(lockFolder, { recursive: true, force: true });
  // fail() ends the process without unwinding.
  process.once('exit', release);
  work();
  process.off('exit', release);
  release();
}

function takeLock() {
  const candidate = `${lockFolder}-${process.pid}-${randomBytes(3).toString('hex')}`;
  mkdirSync(candidate, { recursive: true });
  writeFileSync(path.join(candidate, 'owner'), String(process.pid));
  for (let hasSaid = false; ;) {
    try {
      // A folder cannot be renamed onto a folder with content: the first one wins.
      renameSync(candidate, lockFolder);
      return;
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(error.code)) throw error;
    }
    const owner = lockOwner();
    if (owner !== null && !isWorking(owner)) {
      discardLock(owner);
    } else {
      if (!hasSaid) say(`Menunggu penyiapan lain (proses ${owner ?? '?'}) ...\n`);
      hasSaid = true;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150);
    }
  }
}

function lockOwner(folder = lockFolder) {
  try {
    return Number(readFileSync(path.join(folder, 'owner'), 'utf8'));
  } catch {
    return null;
  }
}

function isWorking(owner) {
  try {
    if (Date.now() - statSync(lockFolder).mtimeMs > LONGEST_WORK) return false;
    if (owner === process.pid) return false;
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Moves the left-over away first: somebody faster may meanwhile have put a fresh lock in its place. */
function discardLock(owner) {
  const aside = `${lockFolder}-old-${process.pid}-${randomBytes(3).toString('hex')}`;
  try {
    renameSync(lockFolder, aside);
    if (lockOwner(aside) !== owner) renameSync(aside, lockFolder);
  } catch {
    return;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function timed(label, work) {
  say(`${label} ... `);
  const began = performance.now();
  work();
  say(`${Math.round((performance.now() - began) / 1000)} s\n`);
}

/** In a process of its own: the compiler's memory is not kept by the command that follows. */
function buildParts(parts) {
  const builder = path.join(root, 'scripts', 'build.mjs');
  const result = spawnSync(process.execPath, [builder, ...parts], { cwd: root, encoding: 'utf8' });
  if (result.status === 0) return;
  fail(`gagal\n${result.error ? String(result.error) : `${result.stdout}${result.stderr}`}`);
}

function prepare(staleParts) {
  const lacksPackages = !hasPackages();
  const stale = staleParts();
  const steps = Number(lacksPackages) + Number(stale.length > 0);
  if (lacksPackages) timed(`[1/${steps}] Memasang paket`, installPackages);
  const names = stale.map((part) => (part === 'server' ? 'server' : 'layar')).join(' dan ');
  if (stale.length > 0) timed(`[${steps}/${steps}] Membangun ${names}`, () => buildParts(stale));
}

requireNode(20, 19);
if (!isSourceless()) {
  const { staleParts } = await import('./build.mjs');
  if (!hasPackages() || staleParts().length > 0) withLock(() => prepare(staleParts));
}
const [program] = process.argv.splice(2, 1);
if (program !== undefined) {
  const file = path.resolve(root, program);
  process.argv[1] = file;
  await import(pathToFileURL(file).href);
}
