import type { Client } from 'pg';
import pg from 'pg';

/**
 * Locks that last as long as this process is connected, on one connection of their own. When it breaks, all of them
 * are gone: whoever holds one is protected by optimistic checks (the cursor) until it takes it again.
 */
export class SessionLocks {
  private client: Promise<Client> | null = null;

  constructor(private readonly url: string) {}

  /** @returns what releases the lock, or null when another process (or this one) has it */
  async tryTake(name: string): Promise<(() => Promise<void>) | null> {
    if (this.held.has(name)) return null;
    const client = await this.connected();
    const { rows } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock($1, hashtext($2)) as taken',
      [SESSION_LOCKS, name],
    );
    if (!rows[0]?.taken) return null;
    this.held.add(name);
    return async () => {
      this.held.delete(name);
      await client
        .query('select pg_advisory_unlock($1, hashtext($2))', [SESSION_LOCKS, name])
        .catch(() => undefined);
    };
  }

  async close(): Promise<void> {
    const client = await this.client?.catch(() => null);
    await client?.end().catch(() => undefined);
  }

  private readonly held = new Set<string>();

  private connected(): Promise<Client> {
    this.client ??= this.connect().catch((error: unknown) => {
      this.client = null;
      throw error;
    });
    return this.client;
  }

  private async connect(): Promise<Client> {
    const client = new pg.Client({
      connectionString: this.url,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    const forget = () => {
      this.client = null;
      this.held.clear();
    };
    client.on('error', forget);
    client.on('end', forget);
    await client.connect();
    return client;
  }
}

const SESSION_LOCKS = 860_024;
