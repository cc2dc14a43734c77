import { Body, Controller, Get, Ip, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../http/access.decorator.js';
import { AnswerPageService } from './answer-page.service.js';
import { CitizenErrorFilter } from './citizen-error.filter.js';
import { FindFormsService } from './find-forms.service.js';
import { FindReceiptService } from './find-receipt.service.js';
import { addressIn, languageOf, type Bilingual } from './language.js';
import { LimitCitizensService } from './limit-citizens.service.js';
import { OpenReportService } from './open-report.service.js';
import { ShowReportService } from './show-report.service.js';
import { StoreSubmissionService } from './store-submission.service.js';
import { fieldsOf } from './submitted-fields.js';
import { trackingEntryPage } from './tracking-entry-page.js';

const PROBLEMS = {
  closed: {
    id: 'Halaman laporan ini sudah ditutup, misalnya karena lama tidak dipakai. Tambahan Anda belum terkirim: isi lagi kedua kode, lalu kirim.',
    en: 'The page of this report was closed, perhaps because it was not used for a while. Your addition was not sent: enter both codes again, then send it.',
  },
  tooMany: {
    id: 'Terlalu banyak kiriman dari jaringan ini. Tulisan Anda masih ada di sini: tunggu beberapa menit, lalu kirim lagi.',
    en: 'Too much was sent from this network. Your text is still here: wait some minutes, then send again.',
  },
  otherText: {
    id: 'Dari halaman ini sudah terkirim tambahan dengan isi lain. Bila ini tambahan baru, kirim sekali lagi.',
    en: 'Another text was already sent from this page. If this is a new addition, send it once more.',
  },
} satisfies Record<string, Bilingual>;
const NOTICES = {
  terkirim: { id: 'Tambahan Anda sudah terkirim.', en: 'Your addition was sent.' },
  tersimpan: {
    id: 'Tambahan Anda tersimpan dan segera tampil di sini. Muat ulang halaman ini sebentar lagi.',
    en: 'Your addition is stored and will appear here soon. Please reload this page in a moment.',
  },
} satisfies Record<string, Bilingual>;

/** Where citizens read the answer and add to their report. */
@Controller('/lacak/laporan')
@Access('anyone')
@UseFilters(CitizenErrorFilter)
export class TrackedReportController {
  constructor(
    private readonly reports: OpenReportService,
    private readonly shower: ShowReportService,
    private readonly forms: FindFormsService,
    private readonly submissions: StoreSubmissionService,
    private readonly receipts: FindReceiptService,
    private readonly limits: LimitCitizensService,
    private readonly pages: AnswerPageService,
  ) {}

  @Get()
  async read(
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageOf(query);
    const report = await this.reports.opened(request);
    if (!report) return void (await reply.redirect(addressIn(language, '/lacak'), 302));
    const notice =
      query['kabar'] === 'terkirim' || query['kabar'] === 'tersimpan' ? NOTICES[query['kabar']] : undefined;
    await this.shower.show(reply, report, language, { notice });
  }

  @Post()
  async add(
    @Query() query: unknown,
    @Body() body: unknown,
    @Ip() address: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageOf(query);
    const { submissionId = '', text = '', ticketCode = '' } = fieldsOf(body);
    const report = await this.reports.opened(request);
    // Another report may have been opened in another tab: the text belongs to the one it was written under.
    if (report?.ticketCode !== ticketCode) {
      const entry = { ticketCode, text, problem: PROBLEMS.closed };
      return this.pages.send(reply, trackingEntryPage(entry, language), language, 403);
    }
    const again = (problem: Bilingual | undefined, status: number) =>
      this.shower.show(reply, report, language, { text, problem, status });
    if (!(await this.limits.maySend(address))) return again(PROBLEMS.tooMany, 429);
    const open = await this.forms.required(report.connectionId);
    const { conversationExternalId, authorExternalId, connectionId } = report;
    const addition = { ticketCode, conversationExternalId, authorExternalId, submissionId, text };
    const outcome = open.form.parseAddition(addition, new Date());
    if (outcome.kind === 'invalid') return again(Object.values(outcome.problems)[0], 422);
    if ((await this.submissions.store(open, outcome)) === 'other-text-before')
      return again(PROBLEMS.otherText, 409);
    const kind = outcome.event.status === 'readable' ? outcome.event.kind : 'unreadable';
    const settled = await this.receipts.settled({ connectionId, kind, submissionId });
    const news: keyof typeof NOTICES = settled?.state === 'pending' ? 'tersimpan' : 'terkirim';
    await reply.redirect(addressIn(language, `/lacak/laporan?kabar=${news}`), 303);
  }
}
