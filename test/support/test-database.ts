import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** Made by start-postgres.mjs. */
const TEMPLATE = 'wadah_template';

export interface TestDatabase {
  readonly url: string;
  /** One statement on a connection of its own. */
  query(statement: string): Promise<void>;
  drop(): Promise<void>;
}

/** A database of its own with the present schema and nothing in it; for integration tests. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env['WADAH_TEST_DATABASE_URL'];
  if (!server) throw new Error('WADAH_TEST_DATABASE_URL is set by test/support/start-postgres.mjs');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await execute(server, `create database ${name} template ${TEMPLATE}`);
  const url = databaseUrl(server, name);
  return {
    url,
    query: (statement) => execute(url, statement),
    drop: () => execute(server, `drop database ${name} with (force)`),
  };
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function execute(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
