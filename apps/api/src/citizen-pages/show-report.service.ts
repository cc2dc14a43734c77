import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ReadSettingsService } from '@app/accounts';
import { RateAnswerService } from '@app/casework';
import { TrackingRepository, type TrackedReport } from '@app/database';
import { MarkRepliesReadService } from '@app/replies';
import type { FastifyReply } from 'fastify';
import { ApiConfig } from '../api.config.js';
import { AnswerPageService } from './answer-page.service.js';
import { setTrackingCookie } from './citizen-cookies.js';
import { FindFormsService } from './find-forms.service.js';
import { KeepPhotosService } from './keep-photos.service.js';
import type { Bilingual, Language } from './language.js';
import { trackedPage } from './tracked-page.js';

/** What the page of a report shows besides the report. */
export interface Beside {
  /** In the field for an addition: written, but not stored yet. */
  readonly text?: string;
  readonly problem?: Bilingual | undefined;
  readonly photoProblem?: Bilingual | undefined;
  /** Of the addition, where photos are kept for it already. */
  readonly submissionId?: string;
  /** A rating that was not taken. */
  readonly rating?: { readonly problem: Bilingual; readonly words: string };
  readonly notice?: Bilingual | undefined;
  readonly status?: number;
}

/** Shows a report to its own citizen. */
@Injectable()
export class ShowReportService {
  constructor(
    private readonly tracking: TrackingRepository,
    private readonly forms: FindFormsService,
    private readonly reader: MarkRepliesReadService,
    private readonly settings: ReadSettingsService,
    private readonly ratings: RateAnswerService,
    private readonly photos: KeepPhotosService,
    private readonly pages: AnswerPageService,
    private readonly config: ApiConfig,
  ) {}

  /** Whoever sees the page has read the answers on it, and keeps it open for a while longer. */
  async show(reply: FastifyReply, report: TrackedReport, language: Language, beside: Beside): Promise<void> {
    const { text = '', problem, photoProblem, notice, status = 200 } = beside;
    const { submissionId = randomUUID() } = beside;
    const [texts, form, { organisationName }, given, photos] = await Promise.all([
      this.tracking.texts(report.id),
      this.forms.byId(report.connectionId),
      this.settings.read(),
      this.ratings.ofReport(report.id),
      this.photos.ofSubmission(submissionId),
    ]);
    const arrived = texts.filter(({ state }) => state === 'delivered');
    await this.reader.markRead(
      report,
      arrived.map(({ id }) => id),
    );
    const photoField = form?.form.describe(form.settings).fields.find(({ kind }) => kind === 'photos');
    const addition = form && { submissionId, text, problem, photoField, photoProblem, photos };
    const rating = texts.some(({ from }) => from === 'office') ? { given, ...beside.rating } : null;
    setTrackingCookie(reply, report.ticketCode, this.config);
    const page = trackedPage(
      { report, texts, addition, rating, notice },
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
