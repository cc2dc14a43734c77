import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeFailure } from '../http/describe-failure.js';
import { describeError } from '../logging/describe-error.js';
import { LOGGER, type Logger } from '../logging/logger.js';
import { AnswerPageService } from './answer-page.service.js';
import { errorPage } from './error-page.js';
import { languageOf } from './language.js';
import { fieldsOf } from './submitted-fields.js';

/** The organisation's name stands in the database, which may be what is broken. */
const NAME = 'Wadah';

/** People get a page in their language, not a problem document, and keep what they have written. */
@Catch()
export class CitizenErrorFilter implements ExceptionFilter {
  constructor(
    private readonly pages: AnswerPageService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { problem, retryAfterSeconds, isUnexpected } = describeFailure(error);
    if (isUnexpected) {
      const route = request.routeOptions.url;
      this.logger.error({ requestId: request.id, route, error: describeError(error) }, problem.title);
    }
    if (reply.sent) return;
    if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
    const language = languageOf(request.query);
    const sent = request.method === 'POST' ? { address: request.url, fields: fieldsOf(request.body) } : null;
    this.pages.sendAs(reply, errorPage(problem.status, sent, language), NAME, language, problem.status);
  }
}
