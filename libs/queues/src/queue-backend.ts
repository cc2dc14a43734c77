import {
  createPostgresBackend,
  Queue,
  runMigrations,
  Worker,
  type ConnectionOptions,
  type Processor,
  type QueueOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

export interface QueueSettings {
  readonly databaseUrl: string;
  /** With it jobs live in Redis, without it in PostgreSQL (schema `bullmq`). */
  readonly redisUrl?: string | undefined;
}

/** What queues and workers have in common. */
interface Closable {
  close(): Promise<void>;
  disconnect(): Promise<void>;
  on(event: 'error', listener: () => void): unknown;
}

const SCHEMA = 'bullmq';
const CLOSE_LIMIT_MS = 3_000;

/**
 * BullMQ on PostgreSQL or Redis. On PostgreSQL all queues and workers of a process share one pool: BullMQ's own
 * would open several connections for each of them.
 */
export class QueueBackend {
  private readonly pool: pg.Pool | null;
  private readonly redis: Redis | null;
  private readonly closables: Closable[] = [];
  private readonly queues = new Map<string, Queue>();

  constructor(settings: QueueSettings) {
    this.redis = settings.redisUrl ? new Redis(settings.redisUrl, { maxRetriesPerRequest: null }) : null;
    this.pool = settings.redisUrl
      ? null
      : new pg.Pool({
          connectionString: settings.databaseUrl,
          max: 12,
          keepAlive: true,
          connectionTimeoutMillis: 5_000,
          options: `-c search_path=${SCHEMA}`,
        });
    // Every queue and worker listens to it.
    this.pool?.setMaxListeners(0);
    // A broken connection is told to whoever uses it; an idle one must not end the process.
    this.pool?.on('error', () => undefined);
    this.redis?.on('error', () => undefined);
  }

  /** The same one whoever asks. */
  queue(name: string): Queue {
    const queue = this.queues.get(name) ?? this.open(name);
    this.queues.set(name, queue);
    return queue;
  }

  worker(name: string, processor: Processor, concurrency: number): Worker {
    const options = { connection: this.connection(), concurrency, runRetryDelay: 1_000 };
    return this.remember(new Worker(name, processor, options, this.factory()));
  }

  /** A broken connection may never confirm its end: after {@link CLOSE_LIMIT_MS} nobody waits for it. */
  async close(): Promise<void> {
    const closed = Promise.allSettled(this.closables.map((closable) => closable.close())).then(() =>
      this.pool?.end(),
    );
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, CLOSE_LIMIT_MS);
    });
    const isClosed = await Promise.race([closed.then(() => true), limit.then(() => false)]);
    clearTimeout(timer);
    // What does not close would try to reconnect for ever and keep the process alive.
    if (!isClosed) for (const item of this.closables) item.disconnect().catch(() => undefined);
    this.redis?.disconnect();
  }

  private open(name: string): Queue {
    const options: QueueOptions = {
      connection: this.connection(),
      defaultJobOptions: { removeOnComplete: true, removeOnFail: { count: 1_000 } },
    };
    return this.remember(new Queue(name, options, this.factory()));
  }

  private remember<Item extends Closable>(item: Item): Item {
    this.closables.push(item);
    item.on('error', () => undefined);
    return item;
  }

  private factory(): never {
    // BullMQ types a queue by its backend; we only add and take jobs, which is the same on both. Undefined is Redis.
    return (this.pool ? createPostgresBackend : undefined) as never;
  }

  private connection(): ConnectionOptions {
    // Typed for Redis only; the PostgreSQL backend takes a pg.Pool here.
    return (this.pool ?? this.redis) as unknown as ConnectionOptions;
  }
}

/** Brings BullMQ's own tables up to date; nothing to do on Redis. Safe to run at any time. */
export async function migrateQueues(settings: QueueSettings): Promise<void> {
  if (settings.redisUrl) return;
  const client = new pg.Client({ connectionString: settings.databaseUrl });
  await client.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    await client.end();
  }
}
