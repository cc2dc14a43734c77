import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Ip, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ReadSettingsService } from '@app/accounts';
import { TrackingRepository, type TrackedReport } from '@app/database';
import { RecordEventsService } from '@app/ingestion';
import { MarkRepliesReadService } from '@app/replies';
import { parseTicketCode } from '@app/report-model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiConfig } from '../api.config.js';
import { Access } from '../http/access.decorator.js';
import { AnswerPageService } from './answer-page.service.js';
import { clearTrackingCookie, setTrackingCookie, trackingCookieOf } from './citizen-cookies.js';
import { CitizenErrorFilter } from './citizen-error.filter.js';
import { FindFormsService } from './find-forms.service.js';
import { FindReceiptService } from './find-receipt.service.js';
import { addressIn, languageOf, type Bilingual, type Language } from './language.js';
import { LimitCitizensService } from './limit-citizens.service.js';
import { normaliseSecret, OpenReportService } from './open-report.service.js';
import { fieldsOf } from './submitted-fields.js';
import { trackedPage, trackingEntryPage } from './tracking-pages.js';

const REPORT_PATH = '/lacak/laporan';
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

/** Where citizens read the answer and add to their report. */
@Controller('/lacak')
@Access('anyone')
@UseFilters(CitizenErrorFilter)
export class TrackingController {
  constructor(
    private readonly reports: OpenReportService,
    private readonly tracking: TrackingRepository,
    private readonly forms: FindFormsService,
    private readonly receipts: FindReceiptService,
    private readonly events: RecordEventsService,
    private readonly reader: MarkRepliesReadService,
    private readonly limits: LimitCitizensService,
    private readonly settings: ReadSettingsService,
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
    const { ticketCode = '', trackingSecret = '' } = fieldsOf(body);
    const refuse = (problem: Bilingual, status: number) =>
      this.pages.send(reply, trackingEntryPage({ ticketCode, problem }, language), language, status);
    if (parseTicketCode(ticketCode) === null) return refuse(PROBLEMS.typo, 422);
    if (!(await this.limits.mayTrySecret(address))) return refuse(PROBLEMS.tooMany, 429);
    const report = await this.reports.open({ ticketCode, trackingSecret });
    if (!report) return refuse(PROBLEMS.wrong, 403);
    await this.limits.wasRight(address);
    const key = { ticketCode: report.ticketCode, trackingSecret: normaliseSecret(trackingSecret) };
    setTrackingCookie(reply, key, this.config);
    await reply.redirect(addressIn(language, REPORT_PATH), 303);
  }

  @Get('laporan')
  async read(
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageOf(query);
    const report = await this.opened(request);
    if (!report) return void (await reply.redirect(addressIn(language, '/lacak'), 302));
    await this.reader.markRead(report);
    await this.show(reply, report, language, { text: '' });
  }

  @Post('laporan')
  async add(
    @Query() query: unknown,
    @Body() body: unknown,
    @Ip() address: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageOf(query);
    const report = await this.opened(request);
    const form = report && (await this.forms.byId(report.connectionId));
    if (!report || !form) return void (await reply.redirect(addressIn(language, '/lacak'), 302));
    const { submissionId = '', text = '' } = fieldsOf(body);
    if (!(await this.limits.maySend(address))) {
      return this.show(reply, report, language, { text, problem: PROBLEMS.tooMany }, 429);
    }
    const { ticketCode, conversationExternalId, authorExternalId, connectionId } = report;
    const addition = { ticketCode, conversationExternalId, authorExternalId, submissionId, text };
    const outcome = form.form.parseAddition(addition, new Date());
    if (outcome.kind === 'invalid') {
      const [problem] = Object.values(outcome.problems);
      return this.show(reply, report, language, { text, ...(problem && { problem }) }, 422);
    }
    await this.events.record(connectionId, [outcome.event]);
    if (outcome.event.status === 'readable') {
      await this.receipts.settled({ connectionId, kind: outcome.event.kind, submissionId });
    }
    await reply.redirect(addressIn(language, REPORT_PATH), 303);
  }

  @Post('tutup')
  async close(@Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    clearTrackingCookie(reply, this.config);
    await reply.redirect(addressIn(languageOf(query), '/lacak'), 303);
  }

  private async opened(request: FastifyRequest): Promise<TrackedReport | null> {
    const key = trackingCookieOf(request);
    return key && this.reports.open(key);
  }

  private async show(
    reply: FastifyReply,
    report: TrackedReport,
    language: Language,
    written: { readonly text: string; readonly problem?: Bilingual },
    status = 200,
  ): Promise<void> {
    const [texts, form, { organisationName }] = await Promise.all([
      this.tracking.texts(report.id),
      this.forms.byId(report.connectionId),
      this.settings.read(),
    ]);
    const addition = form && { submissionId: randomUUID(), ...written };
    const page = trackedPage(
      { report, texts, addition },
      organisationName,
      language,
      this.instants(language),
    );
    this.pages.sendAs(reply, page, organisationName, language, status);
  }

  private instants(language: Language): (instant: Date) => string {
    const options = { dateStyle: 'long', timeStyle: 'short', timeZone: this.config.timeZone } as const;
    const format = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', options);
    return (instant) => format.format(instant);
  }
}
