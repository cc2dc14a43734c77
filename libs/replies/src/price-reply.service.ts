import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { OpenConnectionService } from '@app/connections';
import { cleanText } from '@app/report-model';
import { FindAnswerableService } from './find-answerable.service.js';

/** What a text would use and cost on its channel. */
export interface ReplyPrice {
  /** As the platform counts. */
  readonly length: number;
  readonly parts: number;
  readonly rupiah: number;
}

/** Tells what an answer will cost while it is being written. */
@Injectable()
export class PriceReplyService {
  constructor(
    private readonly answerable: FindAnswerableService,
    private readonly opener: OpenConnectionService,
  ) {}

  /** @throws ReplyError `not-found`, `reply-not-allowed` */
  async price(actor: Actor, reportId: string, text: string): Promise<ReplyPrice> {
    const { report, sender } = await this.answerable.find(actor, reportId);
    const clean = cleanText(text);
    const open = await this.opener.byId(report.connectionId);
    const cost = (open && sender.cost?.(clean, open.context.settings)) ?? { parts: 1, rupiah: 0 };
    return { length: sender.countLength(clean), ...cost };
  }
}
