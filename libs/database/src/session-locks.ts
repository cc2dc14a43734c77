import pg from 'pg';

const SESSION_LOCKS = 860_024;

/**
 * Locks that last as long as this process is connected, on one connection of their own. When it breaks, all of them
 * are gone: whoever holds one is protected by optimistic checks (the cursor) until it takes it again.
 */
export class SessionLocks {
  private client: Promise<pg.Client> | null = null;
  /** PostgreSQL would give a session its own lock again: who has what in this process is known here. */
  private readonly holders = new Map<string, { readonly onLost: () => void }>();
  private lastQuery: Promise<unknown> = Promise.resolve();

  constructor(private readonly url: string) {}

  /**
   * @param onLost called when the lock is gone although nobody released it
   * @returns what releases the lock, or null when another process (or this one) has it
   */
  async tryTake(name: string, onLost: () => void = () => undefined): Promise<(() => Promise<void>) | null> {
    if (this.holders.has(name)) return null;
    const holder = { onLost };
    this.holders.set(name, holder);
    const forget = (): void => {
      if (this.holders.get(name) === holder) this.holders.delete(name);
    };
    try {
      const isTaken = await this.ask('select pg_try_advisory_lock($1, hashtext($2)) as done', name);
      if (!isTaken) forget();
      return isTaken ? () => this.release(name, holder).finally(forget) : null;
    } catch (error) {
      forget();
      throw error;
    }
  }

  async close(): Promise<void> {
    const client = await this.client?.catch(() => null);
    await client?.end().catch(() => undefined);
  }

  /** After a broken connection the lock is gone, and may already be somebody else's. */
  private async release(name: string, holder: object): Promise<void> {
    if (this.holders.get(name) !== holder) return;
    await this.ask('select pg_advisory_unlock($1, hashtext($2)) as done', name).catch(() => undefined);
  }

  /** One statement after the other: a connection takes no second one while it works. */
  private ask(sql: string, name: string): Promise<boolean> {
    const answer = this.lastQuery.then(async () => {
      const client = await this.connected();
      const { rows } = await client.query<{ done: boolean }>(sql, [SESSION_LOCKS, name]);
      return rows[0]?.done ?? false;
    });
    this.lastQuery = answer.catch(() => undefined);
    return answer;
  }

  private connected(): Promise<pg.Client> {
    this.client ??= this.connect().catch((error: unknown) => {
      this.client = null;
      throw error;
    });
    return this.client;
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.url,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    let isForgotten = false;
    const forget = (): void => {
      // `end` follows `error`: by then the next connection may hold locks of its own.
      if (isForgotten) return;
      isForgotten = true;
      this.client = null;
      const lost = [...this.holders.values()];
      this.holders.clear();
      for (const { onLost } of lost) onLost();
    };
    client.on('error', forget);
    client.on('end', forget);
    await client.connect();
    return client;
  }
}
