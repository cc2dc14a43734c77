import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeFailure } from '../http/describe-failure.js';
import { describeError } from '../logging/describe-error.js';
import { LOGGER, type Logger } from '../logging/logger.js';
import { AnswerPageService } from './answer-page.service.js';
import { html } from './html.js';
import { addressIn, languageOf, type Bilingual } from './language.js';

const NAME = 'Wadah';
const TITLES: Readonly<Record<number, Bilingual>> = {
  404: { id: 'Halaman tidak ditemukan', en: 'Page not found' },
  413: { id: 'Kiriman terlalu besar', en: 'Too large' },
};
const BROKEN: Bilingual = { id: 'Layanan sedang terganggu', en: 'The service is disturbed' };
const TEXTS = {
  broken: {
    id: 'Belum ada yang tersimpan. Kembali ke halaman sebelumnya (tulisan Anda masih ada di sana), tunggu sebentar, lalu kirim lagi.',
    en: 'Nothing has been stored. Go back (your text is still there), wait a moment and send again.',
  },
  refused: {
    id: 'Periksa alamatnya, atau mulai lagi dari halaman laporan.',
    en: 'Check the address, or start again from the report page.',
  },
  report: { id: 'Tulis laporan', en: 'Write a report' },
};

/** People get a page in their language, not a problem document. */
@Catch()
export class CitizenErrorFilter implements ExceptionFilter {
  constructor(
    private readonly pages: AnswerPageService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { problem, isUnexpected } = describeFailure(error);
    if (isUnexpected) {
      const route = request.routeOptions.url;
      this.logger.error({ requestId: request.id, route, error: describeError(error) }, problem.title);
    }
    if (reply.sent) return;
    const language = languageOf(request.query);
    const content = html`<p>${(problem.status >= 500 ? TEXTS.broken : TEXTS.refused)[language]}</p>
      <p><a href="${addressIn(language, '/lapor')}">${TEXTS.report[language]}</a></p>`;
    this.pages.sendAs(
      reply,
      { title: TITLES[problem.status] ?? BROKEN, content },
      NAME,
      language,
      problem.status,
    );
  }
}
