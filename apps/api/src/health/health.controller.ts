import { Controller, Get, Header, Ip, Req, Res } from '@nestjs/common';
import { Database, isDatabaseUnavailable } from '@app/database';
import { EventSpool } from '@app/ingestion';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../http/access.decorator.js';
import { ProblemError } from '../http/problem.js';
import { Metrics } from './metrics.js';

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** For supervisors and Prometheus. */
@Controller()
@Access('anyone')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
    private readonly spool: EventSpool,
  ) {}

  /** The process answers; a failing database is no reason to restart it. */
  @Get('/health/live')
  live() {
    return { status: 'ok' };
  }

  @Get('/health/ready')
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const spooled = (await this.spool.waiting()).length;
    const waiting = spooled > 0 ? { spooled } : {};
    try {
      await this.database.query('select 1');
      return { status: 'ok', ...waiting };
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error;
      void reply.status(503);
      return { status: 'database-unavailable', ...waiting };
    }
  }

  /** From this machine only: behind a proxy every request seems to come from it, hence no forwarded ones. */
  @Get('/metrics')
  async metricsPage(@Ip() address: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const isForwarded = 'x-forwarded-for' in request.headers || 'forwarded' in request.headers;
    if (isForwarded || !LOOPBACK.includes(address)) throw new ProblemError('not-found');
    const { registry } = this.metrics;
    await reply.header('content-type', registry.contentType).send(await registry.metrics());
  }
}
