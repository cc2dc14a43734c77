import { Body, Controller, Get, Ip, Post, Query, Res, UseFilters } from '@nestjs/common';
import { parseTicketCode } from '@app/report-model';
import type { FastifyReply } from 'fastify';
import { ApiConfig } from '../api.config.js';
import { Access } from '../http/access.decorator.js';
import { AnswerPageService } from './answer-page.service.js';
import { clearTrackingCookie, setTrackingCookie } from './citizen-cookies.js';
import { CitizenErrorFilter } from './citizen-error.filter.js';
import { addressIn, languageOf, type Bilingual } from './language.js';
import { LimitCitizensService } from './limit-citizens.service.js';
import { OpenReportService } from './open-report.service.js';
import { ShowReportService } from './show-report.service.js';
import { fieldsOf } from './submitted-fields.js';
import { trackingEntryPage } from './tracking-entry-page.js';

const PROBLEMS = {
  typo: {
    id: 'Kode tiket ini salah ketik. Periksa lagi setiap huruf dan angkanya.',
    en: 'This ticket code has a typing mistake. Please check each letter and digit.',
  },
  wrong: {
    id: 'Kode tiket dan kode rahasia ini tidak cocok. Periksa keduanya.',
    en: 'This ticket code and secret code do not belong together. Please check both.',
  },
  tooMany: {
    id: 'Terlalu banyak percobaan dari jaringan ini. Tunggu beberapa menit, lalu coba lagi.',
    en: 'Too many attempts from this network. Wait some minutes and try again.',
  },
} satisfies Record<string, Bilingual>;

/** Where citizens open their report with both codes. */
@Controller('/lacak')
@Access('anyone')
@UseFilters(CitizenErrorFilter)
export class TrackingController {
  constructor(
    private readonly reports: OpenReportService,
    private readonly shower: ShowReportService,
    private readonly limits: LimitCitizensService,
    private readonly pages: AnswerPageService,
    private readonly config: ApiConfig,
  ) {}

  @Get()
  async ask(@Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const language = languageOf(query);
    await this.pages.send(reply, trackingEntryPage({ ticketCode: '' }, language), language);
  }

  @Post()
  async enter(
    @Query() query: unknown,
    @Body() body: unknown,
    @Ip() address: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageOf(query);
    const { ticketCode = '', trackingSecret = '', text = '' } = fieldsOf(body);
    const refuse = (problem: Bilingual, status: number) =>
      this.pages.send(
        reply,
        trackingEntryPage({ ticketCode, trackingSecret, problem, text }, language),
        language,
        status,
      );
    if (parseTicketCode(ticketCode) === null) return refuse(PROBLEMS.typo, 422);
    if (!(await this.limits.mayTrySecret(address))) return refuse(PROBLEMS.tooMany, 429);
    const report = await this.reports.open(ticketCode, trackingSecret);
    if (!report) return refuse(PROBLEMS.wrong, 403);
    await this.limits.wasRight(address);
    if (text !== '') return this.shower.show(reply, report, language, { text });
    setTrackingCookie(reply, report.ticketCode, this.config);
    await reply.redirect(addressIn(language, '/lacak/laporan'), 303);
  }

  /** Opened anew, say from the browser's history: only the button closes a report. */
  @Get('tutup')
  async back(@Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    await reply.redirect(addressIn(languageOf(query), '/lacak'), 302);
  }

  @Post('tutup')
  async close(@Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    clearTrackingCookie(reply, this.config);
    await reply.redirect(addressIn(languageOf(query), '/lacak'), 303);
  }
}
