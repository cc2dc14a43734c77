import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { staleParts } from '../../scripts/build.mjs';

/** The tests run what was built: it must be of these sources. `npm test` has seen to it, `npx jest` has not. */
export default function buildProduct() {
  if (!staleParts().includes('server')) return;
  const builder = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [builder, 'server'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The server could not be built: see above');
}
