import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Database, isDatabaseUnavailable, LedgerRepository } from '@app/database';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** For supervisors and Prometheus, on this machine: whether the worker can work, and how much waits. */
export class HealthServer {
  private readonly registry = new Registry();
  private readonly server: Server;

  constructor(
    private readonly database: Database,
    ledger: LedgerRepository,
  ) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: 'wadah_ledger_waiting_seconds',
      help: 'Age of the oldest event that has not been handled; 0 when none waits',
      registers: [this.registry],
      async collect() {
        this.set(await ledger.longestWait());
      },
    });
    new Gauge({
      name: 'wadah_connection_waiting_seconds',
      help: 'Age of the oldest event of a connection that has not been handled; absent when none waits',
      labelNames: ['connection', 'channel'],
      registers: [this.registry],
      async collect() {
        this.reset();
        for (const { id, channel, seconds } of await ledger.longestWaits()) {
          this.set({ connection: id, channel }, seconds);
        }
      },
    });
    this.server = createServer((request, response) => {
      void this.answer(request.url ?? '/').then(({ status, type, body }) => {
        response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
      });
    });
  }

  /** @param port 0 picks a free one @returns the port */
  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(url: string): Promise<Answer> {
    try {
      switch (url) {
        case '/health/live':
          return json(200, 'ok');
        case '/health/ready':
          await this.database.query('select 1');
          return json(200, 'ok');
        case '/metrics':
          return { status: 200, type: this.registry.contentType, body: await this.registry.metrics() };
        default:
          return json(404, 'not-found');
      }
    } catch (error) {
      return json(503, isDatabaseUnavailable(error) ? 'database-unavailable' : 'internal');
    }
  }
}

function json(status: number, word: string): Answer {
  return { status, type: 'application/json', body: JSON.stringify({ status: word }) };
}
