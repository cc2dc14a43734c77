import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeFailure } from '../http/describe-failure.js';
import { describeError } from '../logging/describe-error.js';
import { LOGGER, type Logger } from '../logging/logger.js';
import { AnswerPageService } from './answer-page.service.js';
import { errorPage, type FailedSubmission } from './error-page.js';
import { languageOf } from './language.js';
import { readForm } from './read-form.js';

/** The organisation's name stands in the database, which may be what is broken. */
const NAME = 'Wadah';

/** People get a page in their language, not a problem document, and keep what they have written. */
@Catch()
export class CitizenErrorFilter implements ExceptionFilter {
  constructor(
    private readonly pages: AnswerPageService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
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
    const sent = request.method === 'POST' ? await sentBy(request) : null;
    this.pages.sendAs(reply, errorPage(problem.status, sent, language), NAME, language, problem.status);
  }
}

async function sentBy(request: FastifyRequest): Promise<FailedSubmission> {
  const hasFiles = request.headers['content-type']?.startsWith('multipart/') ?? false;
  // What broke may have broken before the form was read; what broke while it was read leaves what was read.
  const form = await readForm(request, 0).catch(() => null);
  return { address: request.url, fields: form?.fields ?? {}, hasFiles };
}
