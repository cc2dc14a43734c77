import { Injectable } from '@nestjs/common';
import { ReadSettingsService } from '@app/accounts';
import type { FastifyReply } from 'fastify';
import type { Language } from './language.js';
import { renderPage, type Page } from './page-frame.js';

/** Sends a page of the citizen's: never stored on the way, and no other site learns where the reader was. */
@Injectable()
export class AnswerPageService {
  constructor(private readonly settings: ReadSettingsService) {}

  async send(reply: FastifyReply, page: Page, language: Language, status = 200): Promise<void> {
    const { organisationName } = await this.settings.read();
    this.sendAs(reply, page, organisationName, language, status);
  }

  sendAs(reply: FastifyReply, page: Page, organisation: string, language: Language, status: number): void {
    void reply
      .status(status)
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-language': language,
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      })
      .send(renderPage(page, organisation, language));
  }
}
