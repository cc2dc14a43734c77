/**
 * `npm test`: every kind of test, or what the arguments choose (they go to Jest as they are). End-to-end tests need
 * a browser; where none is found they are left out, and said to be, before and after the others.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './find-browser.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const given = process.argv.slice(2);
const projects = ['unit', 'contract', 'integration', 'faults'];
const browser = findBrowser();
if (browser) projects.push('e2e');
const warn = () => {
  if (browser) return;
  process.stderr.write(
    '\n*** No browser found: END-TO-END TESTS ARE SKIPPED. Install Chromium or set CHROMIUM_PATH. ***\n\n',
  );
};

warn();
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    // Each file of tests loads everything anew: room for what is young spares a tenth of the processor's time.
    '--max-semi-space-size=64',
    '--disable-warning=ExperimentalWarning',
    path.join(root, 'node_modules/jest/bin/jest.js'),
    ...(given.length > 0 ? given : ['--selectProjects', ...projects]),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, ...(browser ? { CHROMIUM_PATH: browser } : {}) } },
);
warn();
process.exit(status ?? 1);
