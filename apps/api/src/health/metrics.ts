import { Injectable } from '@nestjs/common';
import { EventSpool } from '@app/ingestion';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The process's figures for Prometheus; add further ones to `registry`. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  /** Seconds; `route` is the pattern, never the address itself. */
  readonly requestDuration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });

  constructor(spool: EventSpool) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: 'wadah_spooled_deliveries',
      help: 'Deliveries that wait in the data folder until the database takes them',
      registers: [this.registry],
      async collect() {
        this.set((await spool.waiting()).length);
      },
    });
  }
}
