import { Controller, Get, Ip, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { idSchema } from '@app/api-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiConfig } from '../api.config.js';
import { Access } from '../http/access.decorator.js';
import { AnswerPageService } from './answer-page.service.js';
import { setNewsCookie, takeNews } from './citizen-cookies.js';
import { CitizenErrorFilter } from './citizen-error.filter.js';
import { FindFormsService } from './find-forms.service.js';
import { FindReceiptService } from './find-receipt.service.js';
import { KeepPhotosService } from './keep-photos.service.js';
import { addressIn, languageOf, type Bilingual } from './language.js';
import { LimitCitizensService } from './limit-citizens.service.js';
import { OpenReportService } from './open-report.service.js';
import { readForm } from './read-form.js';
import { ShowReportService, type Beside } from './show-report.service.js';
import { StoreSubmissionService } from './store-submission.service.js';
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
  dinilai: { id: 'Penilaian Anda sudah tercatat.', en: 'Your rating was noted.' },
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
    private readonly photos: KeepPhotosService,
    private readonly limits: LimitCitizensService,
    private readonly pages: AnswerPageService,
    private readonly config: ApiConfig,
  ) {}

  @Get()
  async read(
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageOf(query);
    const report = await this.reports.opened(request);
    if (!report) return void (await reply.redirect(addressIn(language, '/lacak'), 302));
    const news = takeNews(request, reply, this.config);
    const notice = Object.entries(NOTICES).find(([name]) => name === news)?.[1];
    await this.shower.show(reply, report, language, { notice });
  }

  @Post()
  async add(
    @Query() query: unknown,
    @Ip() address: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageOf(query);
    const report = await this.reports.opened(request);
    const open = report && (await this.forms.required(report.connectionId));
    const mayStore = open !== null && (await this.limits.maySend(address));
    const field = open?.form.describe(open.settings).fields.find(({ kind }) => kind === 'photos');
    const maxBytes = mayStore ? await this.photos.maxBytes(field) : 0;
    const form = await readForm(request, maxBytes);
    const { text = '', ticketCode = '' } = form.fields;
    // Another report may have been opened in another tab: the text belongs to the one it was written under.
    if (!open || report?.ticketCode !== ticketCode) {
      const entry = { ticketCode, text, problem: PROBLEMS.closed };
      return this.pages.send(reply, trackingEntryPage(entry, language), language, 403);
    }
    const submissionId = idSchema.safeParse(form.fields['submissionId']).data ?? randomUUID();
    const again = (problem: Bilingual | undefined, status: number, beside: Beside = { submissionId }) =>
      this.shower.show(reply, report, language, { text, problem, status, ...beside });
    if (!mayStore) return again(PROBLEMS.tooMany, 429);
    const { connectionId, conversationExternalId, authorExternalId } = report;
    const kept = await this.photos.keep(connectionId, submissionId, form, field, maxBytes);
    const { photos } = kept;
    const addition = { ticketCode, conversationExternalId, authorExternalId, submissionId, text, photos };
    const outcome = open.form.parseAddition(addition, new Date());
    if (outcome.kind === 'invalid' || kept.problem) {
      const [problem] = outcome.kind === 'invalid' ? Object.values(outcome.problems) : [];
      return again(problem, 422, { submissionId, photoProblem: kept.problem });
    }
    if ((await this.submissions.store(open, outcome)) === 'other-text-before') {
      const another = randomUUID();
      await this.photos.moveOn(submissionId, another);
      return again(PROBLEMS.otherText, 409, { submissionId: another });
    }
    const kind = outcome.event.status === 'readable' ? outcome.event.kind : 'unreadable';
    const settled = await this.receipts.settled({ connectionId, kind, submissionId });
    const news: keyof typeof NOTICES = settled?.state === 'pending' ? 'tersimpan' : 'terkirim';
    setNewsCookie(reply, news, this.config);
    await reply.redirect(addressIn(language, '/lacak/laporan'), 303);
  }
}
