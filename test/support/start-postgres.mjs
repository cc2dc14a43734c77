import { Client } from 'pg';
import buildProduct from './build-product.mjs';

/** One PostgreSQL for all integration tests, with a migrated template to copy databases from. */
export default async function startPostgres() {
  buildProduct();
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
