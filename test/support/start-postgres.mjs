import { register } from 'node:module';

// Jest runs this file in plain Node, where neither its transform nor its module names apply.
register('./typescript-hooks.mjs', import.meta.url);

/** One PostgreSQL for all integration tests, with a migrated template to copy databases from. */
export default async function startPostgres() {
  const { startTestServer } = await import('../../libs/database/src/testing/index.ts');
  const { createTemplate } = await import('./test-database.ts');
  const server = await startTestServer();
  globalThis.wadahTestServer = server;
  process.env.WADAH_TEST_DATABASE_URL = server.url;
  await createTemplate(server.url);
}
