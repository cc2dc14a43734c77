import { Body, Controller, Get, Ip, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { RateAnswerService } from '@app/casework';
import { cleanText } from '@app/report-model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiConfig } from '../api.config.js';
import { Access } from '../http/access.decorator.js';
import { setNewsCookie } from './citizen-cookies.js';
import { CitizenErrorFilter } from './citizen-error.filter.js';
import { addressIn, languageOf, type Bilingual } from './language.js';
import { LimitCitizensService } from './limit-citizens.service.js';
import { OpenReportService } from './open-report.service.js';
import { MAX_RATING_WORDS } from './rating-form.js';
import { ShowReportService } from './show-report.service.js';
import { fieldsOf } from './submitted-fields.js';

const PROBLEMS = {
  none: { id: 'Pilih satu nilai, dari 1 sampai 5.', en: 'Please choose one, from 1 to 5.' },
  tooMany: {
    id: 'Terlalu banyak kiriman dari jaringan ini. Tunggu beberapa menit, lalu kirim lagi.',
    en: 'Too much was sent from this network. Wait some minutes, then send again.',
  },
} satisfies Record<string, Bilingual>;

/** Where citizens say whether the answer helped. */
@Controller('/lacak/laporan/nilai')
@Access('anyone')
@UseFilters(CitizenErrorFilter)
export class RatingController {
  constructor(
    private readonly reports: OpenReportService,
    private readonly ratings: RateAnswerService,
    private readonly shower: ShowReportService,
    private readonly limits: LimitCitizensService,
    private readonly config: ApiConfig,
  ) {}

  /** The address that stands in the browser after a rating that was not taken. */
  @Get()
  async back(@Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    await reply.redirect(addressIn(languageOf(query), '/lacak/laporan'), 302);
  }

  @Post()
  async rate(
    @Query() query: unknown,
    @Body() body: unknown,
    @Ip() address: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageOf(query);
    const { ticketCode, stars = '', words = '' } = fieldsOf(body);
    const report = await this.reports.opened(request);
    if (report?.ticketCode !== ticketCode || !report) {
      return void (await reply.redirect(addressIn(language, '/lacak'), 303));
    }
    const again = (problem: Bilingual, status: number) =>
      this.shower.show(reply, report, language, { rating: { problem, words }, status });
    if (!/^[1-5]$/.test(stars)) return again(PROBLEMS.none, 422);
    if (!(await this.limits.maySend(address))) return again(PROBLEMS.tooMany, 429);
    await this.ratings.rate(report, Number(stars), cleanText(words).trim().slice(0, MAX_RATING_WORDS));
    setNewsCookie(reply, 'dinilai', this.config);
    await reply.redirect(`${addressIn(language, '/lacak/laporan')}#rating`, 303);
  }
}
