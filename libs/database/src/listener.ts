import { Client } from 'pg';

/**
 * Listens to PostgreSQL notifications on one connection of its own and reconnects by itself. After every
 * (re)connection `onConnected` is called, since notifications sent meanwhile are gone.
 */
export class NotificationListener {
  private client: Client | null = null;
  private isClosed = false;
  private retry: NodeJS.Timeout | null = null;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly onNotification: (payload: string) => void,
    private readonly onConnected: () => void,
    private readonly retryMs = 500,
  ) {}

  async start(): Promise<void> {
    await this.connect();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', () => this.reconnectLater(client));
    client.on('end', () => this.reconnectLater(client));
    client.on('notification', (message) => this.onNotification(message.payload ?? ''));
    this.client = client;
    try {
      await client.connect();
      await client.query(`listen ${this.channel}`);
      this.onConnected();
    } catch {
      this.reconnectLater(client);
    }
  }

  private reconnectLater(client: Client): void {
    if (this.isClosed || client !== this.client || this.retry) return;
    this.client = null;
    client.removeAllListeners('end');
    // A broken connection may never confirm its end: nobody waits for it.
    client.end().catch(() => undefined);
    this.retry = setTimeout(() => {
      this.retry = null;
      void this.connect();
    }, this.retryMs);
  }
}
