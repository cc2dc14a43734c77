import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Ip, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { RecordEventsService } from '@app/ingestion';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiConfig } from '../api.config.js';
import { Access } from '../http/access.decorator.js';
import { ProblemError } from '../http/problem.js';
import { AnswerPageService } from './answer-page.service.js';
import { receiptCookieOf, setReceiptCookie } from './citizen-cookies.js';
import { CitizenErrorFilter } from './citizen-error.filter.js';
import { FindFormsService, type OpenForm } from './find-forms.service.js';
import { FindReceiptService } from './find-receipt.service.js';
import { choicePage, closedPage } from './form-choice-pages.js';
import { formPage, formPath } from './form-page.js';
import { addressIn, languageOf } from './language.js';
import { LimitCitizensService } from './limit-citizens.service.js';
import { receiptPage } from './receipt-page.js';
import { fieldsOf } from './submitted-fields.js';

const RECEIPT_PATH = '/lapor/diterima';
const TOO_MANY = {
  id: 'Terlalu banyak kiriman dari jaringan ini. Tulisan Anda masih ada di bawah: tunggu beberapa menit, lalu kirim lagi.',
  en: 'Too many reports came from this network. Your text is still below: wait some minutes, then send again.',
};

/** Where citizens write. Works without JavaScript. */
@Controller('/lapor')
@Access('anyone')
@UseFilters(CitizenErrorFilter)
export class ReportFormController {
  constructor(
    private readonly forms: FindFormsService,
    private readonly receipts: FindReceiptService,
    private readonly events: RecordEventsService,
    private readonly limits: LimitCitizensService,
    private readonly pages: AnswerPageService,
    private readonly config: ApiConfig,
  ) {}

  @Get()
  async choose(@Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const language = languageOf(query);
    const forms = await this.forms.open();
    const [first] = forms;
    if (!first) return this.pages.send(reply, closedPage(), language, 404);
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
    await this.pages.send(reply, receiptPage(receipt, language), language);
  }

  @Get(':id')
  async show(@Param('id') id: string, @Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const language = languageOf(query);
    const open = await this.required(id);
    if (open.row.status !== 'active') return this.pages.send(reply, closedPage(), language, 404);
    const view = open.form.describe(open.settings);
    const empty = { connectionId: id, view, submissionId: randomUUID(), values: {}, problems: {} };
    await this.pages.send(reply, formPage(empty, language), language);
  }

  /** Stored before anything is answered; the same page sent twice is one report. */
  @Post(':id')
  async submit(
    @Param('id') id: string,
    @Query() query: unknown,
    @Body() body: unknown,
    @Ip() address: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageOf(query);
    const open = await this.required(id);
    const values = fieldsOf(body);
    const again = (status: number, why: Partial<Parameters<typeof formPage>[0]>) => {
      const view = open.form.describe(open.settings);
      const submissionId = why.problems?.['submissionId']
        ? randomUUID()
        : (values['submissionId'] ?? randomUUID());
      const filled = { connectionId: id, view, submissionId, values, problems: {}, ...why };
      return this.pages.send(reply, formPage(filled, language), language, status);
    };
    if (open.row.status !== 'active') return this.pages.send(reply, closedPage(), language, 404);
    if (!(await this.limits.maySend(address))) return again(429, { notice: TOO_MANY });
    const outcome = open.form.parse(values, open.settings, new Date());
    if (outcome.kind === 'invalid') return again(422, { problems: outcome.problems });
    await this.events.record(id, [outcome.event]);
    const kind = outcome.event.status === 'readable' ? outcome.event.kind : 'unreadable';
    setReceiptCookie(reply, { connectionId: id, kind, submissionId: outcome.submissionId }, this.config);
    await reply.redirect(addressIn(language, RECEIPT_PATH), 303);
  }

  private async required(id: string): Promise<OpenForm> {
    const open = await this.forms.byId(id);
    if (!open) throw new ProblemError('not-found');
    return open;
  }
}
