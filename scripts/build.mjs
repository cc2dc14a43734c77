/**
 * Builds dist/: the server parts (apps, libs, config, bench, tour) in one TypeScript program, the inbox with Vite
 * beside it. `nest build` of api, worker and cli compiles every library three times and leaves the aliases
 * of dynamic imports as they are; this is the same tsc, once.
 *
 *   node scripts/build.mjs [server] [inbox]     builds these parts, or both
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');
const stampFile = path.join(dist, '.built');
const buildInfo = path.join(dist, '.build', 'tsbuildinfo');
const serverFolders = ['apps', 'libs', 'config', 'bench', 'tour'];
const settingFiles = ['tsconfig.json', 'nest-cli.json', 'package-lock.json', 'scripts/build.mjs'];

/** @returns {Array<'server' | 'inbox'>} the parts of dist/ that do not match their sources */
export function staleParts() {
  const wanted = sourceHashes();
  const built = readStamp();
  return ['server', 'inbox'].filter((part) => wanted[part] !== built[part]);
}

/**
 * Builds the given parts at the same time and notes for each that it is built.
 * @param {Array<'server' | 'inbox'>} parts
 * @returns {Promise<string[]>} what failed, as texts for people; empty when all went well
 */
async function build(parts) {
  // Taken before the work: what changes meanwhile is built next time.
  const hashes = sourceHashes();
  const problems = [];
  const run = async (part, work) => {
    const problem = await work();
    if (problem === null) writeStamp({ ...readStamp(), [part]: hashes[part] });
    else problems.push(problem);
  };
  // Vite first: it is a process of its own, and compiling blocks this one.
  const inbox = parts.includes('inbox') ? run('inbox', buildInbox) : undefined;
  if (parts.includes('server')) await run('server', async () => buildServer());
  await inbox;
  return problems;
}

function buildInbox() {
  if (!existsSync(path.join(root, 'apps/inbox/index.html'))) {
    process.stderr.write('apps/inbox/index.html belum ada: layar dilewati.\n');
    return Promise.resolve(null);
  }
  return new Promise((resolve) => {
    const vite = path.join(root, 'node_modules/vite/bin/vite.js');
    const env = { ...process.env, NO_COLOR: '1' };
    const child = spawn(process.execPath, [vite, 'build', 'apps/inbox', '--logLevel', 'warn'], {
      cwd: root,
      env,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve(String(error)));
    child.once('close', (code) => resolve(code === 0 ? null : `vite build apps/inbox:\n${output}`));
  });
}

function buildServer() {
  const ts = createRequire(import.meta.url)('typescript');
  const problem = compile(ts);
  if (problem !== null) return problem.errors;
  if (missingOutputs(ts).length > 0) {
    // Someone emptied dist/ but left the record of what was emitted: compile all of it.
    rmSync(buildInfo, { force: true });
    const again = compile(ts);
    if (again !== null) return again.errors;
  }
  removeOrphans();
  return null;
}

function compile(ts) {
  const { fileNames, options, errors } = readProject(ts);
  const program = ts.createIncrementalProgram({ rootNames: fileNames, options });
  const diagnostics = [
    ...errors,
    ...program.getOptionsDiagnostics(),
    ...program.getSyntacticDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...program.getSemanticDiagnostics(),
  ];
  const { diagnostics: emitDiagnostics } = program.emit(undefined, (file, text, ...rest) =>
    ts.sys.writeFile(file, file.endsWith('.js') ? rewriteAliases(text, file, options.paths) : text, ...rest),
  );
  const all = ts.sortAndDeduplicateDiagnostics([...diagnostics, ...emitDiagnostics]);
  if (all.length === 0) return null;
  const host = { getCanonicalFileName: (f) => f, getCurrentDirectory: () => root, getNewLine: () => '\n' };
  const format = process.stderr.isTTY ? ts.formatDiagnosticsWithColorAndContext : ts.formatDiagnostics;
  return { errors: `tsc: ${all.length} kesalahan\n${format(all, host)}` };
}

function readProject(ts) {
  const project = {
    extends: './tsconfig.json',
    // `npm run typecheck` checks; a build of checked sources need not do it again.
    compilerOptions: { incremental: true, noCheck: true, noEmitOnError: true, tsBuildInfoFile: buildInfo },
    include: [...serverFolders, 'typings'],
    exclude: ['node_modules', 'dist', 'apps/inbox', '**/*spec.ts'],
  };
  return ts.parseJsonConfigFileContent(project, ts.sys, root);
}

/** `@app/...` in imports, exports and dynamic imports becomes the way to the emitted file. */
function rewriteAliases(text, file, aliases) {
  return text.replace(
    /(\bfrom\s*|\bimport\s*\(?\s*)(["'])(@app\/[^"']+)\2/g,
    (whole, before, quote, alias) => {
      const target = aliases[alias]?.[0];
      if (target === undefined) return whole;
      const emitted = path.join(dist, target.replace(/\.ts$/, '.js'));
      const relative = path.relative(path.dirname(file), emitted).split(path.sep).join('/');
      return `${before}${quote}${relative.startsWith('.') ? relative : `./${relative}`}${quote}`;
    },
  );
}

function missingOutputs(ts) {
  const sources = readProject(ts).fileNames.filter((file) => !file.endsWith('.d.ts'));
  const output = (file) => path.join(dist, path.relative(root, file).replace(/\.tsx?$/, '.js'));
  return sources.filter((file) => !existsSync(output(file)));
}

/** Removes what a deleted or renamed source left in dist/. */
function removeOrphans() {
  for (const file of serverFolders.flatMap((folder) => filesBelow(path.join(dist, folder)))) {
    const source = path.join(root, path.relative(dist, file)).replace(/\.js(\.map)?$/, '');
    const isOurs = /\.js(\.map)?$/.test(file) && !file.startsWith(path.join(dist, 'apps', 'inbox'));
    if (isOurs && !existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`)) rmSync(file);
  }
}

/** Inbox sources do not matter to the server; the inbox also depends on the libraries. */
function sourceHashes() {
  const below = (folder) => filesBelow(path.join(root, folder)).filter((file) => !file.endsWith('spec.ts'));
  const settings = settingFiles.map((file) => path.join(root, file)).filter((file) => existsSync(file));
  const inboxFolder = path.join(root, 'apps', 'inbox') + path.sep;
  const apps = below('apps');
  const libs = below('libs');
  const others = ['config', 'bench', 'tour', 'typings'].flatMap(below);
  return {
    server: hash([...apps.filter((file) => !file.startsWith(inboxFolder)), ...libs, ...others, ...settings]),
    inbox: hash([...apps.filter((file) => file.startsWith(inboxFolder)), ...libs, ...settings]),
  };
}

function hash(files) {
  const digest = createHash('sha256');
  for (const file of files.sort()) {
    const { mtimeMs, size } = statSync(file);
    digest.update(`${path.relative(root, file)} ${mtimeMs} ${size}\n`);
  }
  return digest.digest('hex');
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'fixtures' ? [] : filesBelow(file);
    return entry.isFile() ? [file] : [];
  });
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
}

function writeStamp(stamp) {
  mkdirSync(dist, { recursive: true });
  writeFileSync(stampFile, JSON.stringify(stamp));
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const began = performance.now();
  const parts = ['server', 'inbox'].filter((part) => process.argv.length < 3 || process.argv.includes(part));
  const problems = await build(parts);
  if (problems.length === 0) {
    process.stderr.write(`Selesai dibangun: ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  } else {
    process.stderr.write(`${problems.join('\n')}\n`);
    process.exit(1);
  }
}
