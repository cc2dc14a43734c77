import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { staleParts } from '../../scripts/build.mjs';

/** One PostgreSQL for all integration tests, with a migrated template to copy databases from. */
export default async function startPostgres() {
  buildServer();
  const { migrate } = await import('../../dist/libs/database/src/index.js');
  const { startTestServer } = await import('../../dist/libs/database/src/testing/index.js');
  const server = await startTestServer();
  globalThis.wadahTestServer = server;
  process.env.WADAH_TEST_DATABASE_URL = server.url;
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query('create database wadah_template');
  await client.end();
  const template = new URL(server.url);
  template.pathname = '/wadah_template';
  await migrate(template.href);
}

/** The tests run what was built: it must be of these sources. `npm test` has seen to it, `npx jest` has not. */
function buildServer() {
  if (!staleParts().includes('server')) return;
  const builder = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [builder, 'server'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The server could not be built: see above');
}
