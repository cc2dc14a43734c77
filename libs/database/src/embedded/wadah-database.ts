import pg from 'pg';
import { SUPERUSER } from './cluster.js';
import { EmbeddedServerError } from './embedded-server-error.js';

const DATABASE = 'wadah';

/** @returns the address of the database `wadah` on the embedded server */
export function databaseUrl(port: number, password: string): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

/**
 * Makes the database `wadah` when it is not there yet.
 * @throws EmbeddedServerError start-failed when the server does not take the password
 */
export async function ensureDatabase(port: number, password: string): Promise<void> {
  const problem = await tryConnecting(databaseUrl(port, password));
  if (problem === null) return;
  if (problem !== 'database-missing') throw explain(problem, port);
  const client = await connect(databaseUrl(port, password).replace(/wadah$/, 'postgres'));
  try {
    await client.query(`CREATE DATABASE ${DATABASE}`);
  } catch (error) {
    // Made at the same moment by another process.
    if (!['42P04', '23505'].includes(sqlState(error))) throw error;
  } finally {
    await client.end();
  }
}

async function tryConnecting(url: string): Promise<'database-missing' | Error | null> {
  try {
    const client = await connect(url);
    await client.end();
    return null;
  } catch (error) {
    if (sqlState(error) === '3D000') return 'database-missing';
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function explain(problem: Error, port: number): EmbeddedServerError {
  const isPassword = sqlState(problem) === '28P01';
  const advice = isPassword
    ? 'Sandi dalam berkas postgres-password tidak cocok. Hentikan Wadah, hapus berkas itu, lalu mulai lagi: ' +
      'sandi baru dipasang sendiri.'
    : problem.message;
  const message = `PostgreSQL di 127.0.0.1:${port} berjalan tetapi tidak dapat dihubungi. ${advice}`;
  return new EmbeddedServerError('start-failed', message, { cause: problem });
}

function sqlState(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
