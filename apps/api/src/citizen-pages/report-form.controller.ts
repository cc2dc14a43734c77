import { randomUUID } from 'node:crypto';
import { Controller, Get, Header, Ip, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { idSchema } from '@app/api-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiConfig } from '../api.config.js';
import { Access } from '../http/access.decorator.js';
import { publicUrlOf } from '../http/public-url.js';
import { AnswerPageService } from './answer-page.service.js';
import { receiptCookieOf, setReceiptCookie } from './citizen-cookies.js';
import { CitizenErrorFilter } from './citizen-error.filter.js';
import { FindFormsService } from './find-forms.service.js';
import { FindReceiptService } from './find-receipt.service.js';
import { choicePage, closedPage } from './form-choice-pages.js';
import { formPage, formPath, type FilledForm } from './form-page.js';
import { addressIn, languageOf, type Bilingual } from './language.js';
import { KeepPhotosService } from './keep-photos.service.js';
import { LimitCitizensService } from './limit-citizens.service.js';
import { PAGE_SCRIPT } from './page-script.js';
import { readForm } from './read-form.js';
import { receiptPage } from './receipt-page.js';
import { StoreSubmissionService } from './store-submission.service.js';

const RECEIPT_PATH = '/lapor/diterima';
const NOTICES = {
  tooMany: {
    id: 'Terlalu banyak kiriman dari jaringan ini. Tulisan Anda masih ada di bawah: tunggu beberapa menit, lalu kirim lagi.',
    en: 'Too many reports came from this network. Your text is still below: wait some minutes, then send again.',
  },
  closed: {
    id: 'Formulir ini baru saja ditutup, jadi laporan belum terkirim. Tulisan Anda masih ada di bawah: salin, atau coba kirim lagi nanti.',
    en: 'This form has just been closed, so the report was not sent. Your text is still below: copy it, or try again later.',
  },
  otherText: {
    id: 'Dari halaman ini sudah terkirim laporan dengan isi lain. Bila ini laporan baru, kirim sekali lagi.',
    en: 'A report with another text was already sent from this page. If this is a new report, send it once more.',
  },
} satisfies Record<string, Bilingual>;

/** Where citizens write. Works without JavaScript. */
@Controller('/lapor')
@Access('anyone')
@UseFilters(CitizenErrorFilter)
export class ReportFormController {
  constructor(
    private readonly forms: FindFormsService,
    private readonly receipts: FindReceiptService,
    private readonly submissions: StoreSubmissionService,
    private readonly photos: KeepPhotosService,
    private readonly limits: LimitCitizensService,
    private readonly pages: AnswerPageService,
    private readonly config: ApiConfig,
  ) {}

  @Get()
  async choose(@Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const language = languageOf(query);
    const forms = await this.forms.open();
    const [first] = forms;
    if (!first) return this.pages.send(reply, closedPage(language), language, 404);
    if (forms.length > 1) return this.pages.send(reply, choicePage(forms, language), language);
    await reply.redirect(addressIn(language, formPath(first.row.id)), 302);
  }

  @Get('diterima')
  async receipt(
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageOf(query);
    const key = receiptCookieOf(request);
    const receipt = key ? await this.receipts.receipt(key) : ({ kind: 'gone' } as const);
    const address = `${publicUrlOf(request, this.config)}/lacak`;
    await this.pages.send(reply, receiptPage(receipt, address, language), language);
  }

  @Get('halaman.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'public, max-age=31536000, immutable')
  script(): string {
    return PAGE_SCRIPT;
  }

  @Get(':id')
  async show(@Param('id') id: string, @Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const language = languageOf(query);
    const open = await this.forms.required(id);
    if (open.row.status !== 'active') return this.pages.send(reply, closedPage(language), language, 404);
    const view = open.form.describe(open.settings);
    const empty = {
      connectionId: id,
      view,
      submissionId: randomUUID(),
      values: {},
      photos: [],
      problems: {},
    };
    await this.pages.send(reply, formPage(empty, language), language);
  }

  /** Stored before anything is answered; the same page sent twice is one report. */
  @Post(':id')
  async submit(
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Ip() address: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageOf(query);
    const open = await this.forms.required(id);
    const view = open.form.describe(open.settings);
    const mayStore = open.row.status === 'active' && (await this.limits.maySend(address));
    const field = view.fields.find(({ kind }) => kind === 'photos');
    const maxBytes = mayStore ? await this.photos.maxBytes(field) : 0;
    const form = await readForm(request, maxBytes);
    const values = form.fields;
    const submissionId = idSchema.safeParse(values['submissionId']).data ?? randomUUID();
    const again = async (status: number, why: Partial<FilledForm>) => {
      const goesOnAs = why.submissionId ?? submissionId;
      if (goesOnAs !== submissionId) await this.photos.moveOn(submissionId, goesOnAs);
      const photos = await this.photos.ofSubmission(goesOnAs);
      const filled = { connectionId: id, view, submissionId, values, photos, problems: {}, ...why };
      return this.pages.send(reply, formPage(filled, language), language, status);
    };
    if (open.row.status !== 'active') return again(503, { notice: NOTICES.closed });
    if (!mayStore) return again(429, { notice: NOTICES.tooMany });
    const { photos, problem } = await this.photos.keep(id, submissionId, form, field, maxBytes);
    const outcome = open.form.parse(values, open.settings, new Date(), photos);
    const problems = {
      ...(outcome.kind === 'invalid' && outcome.problems),
      ...(problem && field && { [field.name]: problem }),
    };
    if (outcome.kind === 'invalid' || problem) return again(422, { problems });
    if ((await this.submissions.store(open, outcome)) === 'other-text-before') {
      return again(409, { notice: NOTICES.otherText, submissionId: randomUUID() });
    }
    const kind = outcome.event.status === 'readable' ? outcome.event.kind : 'unreadable';
    setReceiptCookie(reply, { connectionId: id, kind, submissionId: outcome.submissionId }, this.config);
    await reply.redirect(addressIn(language, RECEIPT_PATH), 303);
  }
}
