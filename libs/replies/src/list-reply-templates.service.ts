import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { OpenConnectionService } from '@app/connections';
import { ConnectorError, type ReplyTemplate } from '@app/connector-kit';
import { FindAnswerableService } from './find-answerable.service.js';
import { ReplyError } from './reply-error.js';

const KEPT_MS = 5 * 60_000;
const LIST_TIMEOUT_MS = 20_000;

/** The texts that the platform has approved for a connection, asked for at most every five minutes. */
@Injectable()
export class ListReplyTemplatesService {
  private readonly kept = new Map<string, { readonly at: number; readonly list: readonly ReplyTemplate[] }>();

  constructor(
    private readonly answerable: FindAnswerableService,
    private readonly opener: OpenConnectionService,
  ) {}

  /** @throws ReplyError `not-found`, `reply-not-allowed`, `channel-unavailable` */
  async list(actor: Actor, reportId: string): Promise<readonly ReplyTemplate[]> {
    const { report } = await this.answerable.find(actor, reportId);
    return this.ofConnection(report.connectionId);
  }

  /** @throws ReplyError `channel-unavailable` */
  async ofConnection(connectionId: string): Promise<readonly ReplyTemplate[]> {
    const kept = this.kept.get(connectionId);
    if (kept && Date.now() - kept.at < KEPT_MS) return kept.list;
    const open = await this.opener.byId(connectionId, AbortSignal.timeout(LIST_TIMEOUT_MS));
    const templates = open?.connector.replies?.templates;
    if (!open || !templates) return [];
    try {
      const list = await templates.list(open.context);
      this.kept.set(connectionId, { at: Date.now(), list });
      return list;
    } catch (error) {
      if (error instanceof ConnectorError) throw new ReplyError('channel-unavailable', error.message);
      throw error;
    }
  }
}

/** The template's text with its parameters in place of `{{1}}`, `{{2}}` … */
export function fillTemplate(template: ReplyTemplate, parameters: readonly string[]): string {
  return template.text.replace(
    /\{\{(\d+)\}\}/g,
    (mark, number: string) => parameters[Number(number) - 1] ?? mark,
  );
}
