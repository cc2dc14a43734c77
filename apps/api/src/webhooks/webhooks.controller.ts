import { All, Controller, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { idSchema } from '@app/api-contract';
import type { WebhookRequest } from '@app/connector-kit';
import { RecordEventsService } from '@app/ingestion';
import { Access } from '../http/access.decorator.js';
import { ProblemError } from '../http/problem.js';
import { FindWebhookService } from './find-webhook.service.js';

/** Where platforms deliver. The answer 200 means: on disk. */
@Controller('/api/v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly webhooks: FindWebhookService,
    private readonly events: RecordEventsService,
  ) {}

  @All(':id')
  @Access('anyone')
  async deliver(
    @Param('id', { schema: idSchema }) id: string,
    @Req() request: FastifyRequest & { rawBody?: Buffer },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const open = await this.webhooks.find(id);
    if (!open) {
      throw new ProblemError('not-found', { detail: 'No connection receives webhooks at this address' });
    }
    const { webhook, context } = open;
    const verdict = webhook.verify(webhookRequestOf(request), context);
    if (verdict.verdict === 'rejected') throw new ProblemError('forbidden', { detail: verdict.reason });
    if (verdict.verdict === 'challenge') {
      void reply.type(verdict.contentType);
      return verdict.body;
    }
    await this.events.record(id, webhook.parse(verdict.request));
    void reply.code(200).type('text/plain');
    return 'ok';
  }
}

function webhookRequestOf(request: FastifyRequest & { rawBody?: Buffer }): WebhookRequest {
  const query = request.query as Record<string, string | string[] | undefined>;
  return {
    method: request.method === 'GET' ? 'GET' : 'POST',
    headers: singles(request.headers),
    query: singles(query),
    rawBody: request.rawBody ?? Buffer.alloc(0),
  };
}

function singles(values: Record<string, string | string[] | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}
