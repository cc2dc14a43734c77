/**
 * `npm test`: every kind of test, or what the arguments choose (they go to Jest as they are). End-to-end tests need
 * a browser; where none is found they are left out, and said to be.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const given = process.argv.slice(2);
const projects = ['unit', 'contract', 'integration', 'faults'];
const hasEndToEnd = readdirSync(path.join(root, 'test', 'e2e'), { recursive: true }).some((file) =>
  String(file).endsWith('.e2e-spec.ts'),
);
const browser = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (file) => file && existsSync(file),
);
if (hasEndToEnd && browser) projects.push('e2e');
if (hasEndToEnd && !browser) {
  process.stderr.write(
    '\n*** No browser found: END-TO-END TESTS ARE SKIPPED. Set CHROMIUM_PATH to run them. ***\n\n',
  );
}
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    path.join(root, 'node_modules/jest/bin/jest.js'),
    ...(given.length > 0 ? given : ['--selectProjects', ...projects]),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, ...(browser ? { CHROMIUM_PATH: browser } : {}) } },
);
process.exit(status ?? 1);
