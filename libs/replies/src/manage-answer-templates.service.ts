import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import {
  AnswerTemplateRepository,
  AuditRepository,
  Database,
  type AnswerTemplateContent,
  type AnswerTemplateRow,
} from '@app/database';
import { ReplyError } from './reply-error.js';

/** The office's own texts to answer with. */
@Injectable()
export class ManageAnswerTemplatesService {
  constructor(
    private readonly database: Database,
    private readonly templates: AnswerTemplateRepository,
    private readonly audit: AuditRepository,
  ) {}

  async list(): Promise<AnswerTemplateRow[]> {
    return this.templates.list();
  }

  async add(actor: Actor, content: AnswerTemplateContent): Promise<AnswerTemplateRow> {
    return this.database.transaction(async (tx) => {
      const added = await this.templates.insert(tx, content);
      await this.audit.append(tx, entry(actor, 'answer-template-added', added.id, added.name));
      return added;
    });
  }

  /** @throws ReplyError `not-found` */
  async change(actor: Actor, id: string, content: AnswerTemplateContent): Promise<AnswerTemplateRow> {
    return this.database.transaction(async (tx) => {
      const changed = await this.templates.change(tx, id, content);
      if (!changed) throw new ReplyError('not-found', 'No such template');
      await this.audit.append(tx, entry(actor, 'answer-template-changed', id, changed.name));
      return changed;
    });
  }

  /** @throws ReplyError `not-found` */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const name = await this.templates.remove(tx, id);
      if (name === null) throw new ReplyError('not-found', 'No such template');
      await this.audit.append(tx, entry(actor, 'answer-template-removed', id, name));
    });
  }
}

function entry(actor: Actor, action: string, id: string, name: string) {
  return { actor, action, subject: `answer_template:${id}`, data: { name } };
}
