import { All, Controller, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { idSchema } from '@app/api-contract';
import type { WebhookRequest } from '@app/connector-kit';
import { Access } from '../http/access.decorator.js';
import { describeError } from '../logging/describe-error.js';
import { LOGGER, type Logger } from '../logging/logger.js';
import { ProblemError } from '../http/problem.js';
import { singles } from '../http/singles.js';
import { FindWebhookService, type OpenWebhook } from './find-webhook.service.js';
import { StoreDeliveryService } from './store-delivery.service.js';

/** Where platforms deliver. The answer 200 means: on disk. */
@Controller('/api/v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly webhooks: FindWebhookService,
    private readonly deliveries: StoreDeliveryService,
    @Inject(LOGGER) private readonly logger: Logger,
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
    const { webhook } = open;
    if (!webhook.isNeverRetried) return this.take(id, open, request, reply);
    try {
      return await this.take(id, open, request, reply);
    } catch (error) {
      // An answer, whatever it says, would end it: with none the platform may come again.
      this.logger.warn(
        { connectionId: id, error: describeError(error) },
        'a delivery was not taken, nor answered',
      );
      reply.hijack();
      request.raw.destroy();
      return '';
    }
  }

  private async take(
    id: string,
    { webhook, context }: OpenWebhook,
    request: FastifyRequest & { rawBody?: Buffer },
    reply: FastifyReply,
  ): Promise<string> {
    const verdict = webhook.verify(webhookRequestOf(request), context);
    if (verdict.verdict === 'rejected') throw new ProblemError('forbidden', { detail: verdict.reason });
    if (verdict.verdict === 'challenge') {
      void reply.type(verdict.contentType);
      return verdict.body;
    }
    await this.deliveries.store(id, webhook, webhook.parse(verdict.request));
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
    rawQuery: request.url.split('?').slice(1).join('?'),
    rawBody: request.rawBody ?? Buffer.alloc(0),
  };
}
