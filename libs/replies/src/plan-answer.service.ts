import { Injectable } from '@nestjs/common';
import { ReplyFileRepository, type Queryable, type ReplyTemplateChoice } from '@app/database';
import type { ReplyMode, ReplySender } from '@app/connector-kit';
import { cleanText } from '@app/report-model';
import { findPersonalData } from '@app/triage';
import { fillTemplate, ListReplyTemplatesService } from './list-reply-templates.service.js';
import { ReplyError } from './reply-error.js';
import { modeOf, takesType, type ReplyOptions } from './reply-options.js';

export interface NewAnswer {
  readonly text: string;
  /** Made by the screen once per answer. */
  readonly idempotencyKey: string;
  /** Of the report, as the officer saw it. */
  readonly version: number;
  readonly mode?: ReplyMode | undefined;
  /** Of files that were uploaded for this report. */
  readonly fileIds?: readonly string[] | undefined;
  readonly template?: ReplyTemplateChoice | undefined;
  /** Words of buttons below it. */
  readonly choices?: readonly string[] | undefined;
  /** The officer has seen that everybody can read personal data in it, and means it. */
  readonly confirmsPersonalData?: boolean | undefined;
}

/** Checks an answer against what its channel takes, whatever the screen has let through. */
@Injectable()
export class PlanAnswerService {
  constructor(
    private readonly files: ReplyFileRepository,
    private readonly templates: ListReplyTemplatesService,
  ) {}

  /** What will be read: the officer's own words, or the approved ones. @throws ReplyError */
  async textOf(connectionId: string, answer: NewAnswer): Promise<string> {
    const text = answer.template
      ? await this.templateText(connectionId, answer.template)
      : cleanText(answer.text);
    if (text === '' && !answer.fileIds?.length) throw invalid('The answer is empty');
    return text;
  }

  /** @throws ReplyError `reply-too-long` for the way that it goes; approved words fit */
  measure(sender: ReplySender<unknown>, options: ReplyOptions, answer: NewAnswer, text: string): void {
    if (answer.template) return;
    const isPrivate = modeOf(options, answer.mode) === 'private';
    const limit = isPrivate ? (sender.privateLimit ?? sender) : sender;
    if (limit.countLength(text) > limit.maxTextLength) {
      throw new ReplyError('reply-too-long', `The channel takes at most ${limit.maxTextLength} characters`);
    }
  }

  /** @throws ReplyError `reply-not-allowed`, `reply-choice-invalid`, `file-too-large`, `file-type-not-allowed` */
  async check(tx: Queryable, reportId: string, options: ReplyOptions, answer: NewAnswer): Promise<void> {
    if (!options.isAllowed) {
      throw new ReplyError('reply-not-allowed', options.reason?.en ?? 'Answering is not possible now');
    }
    if (options.needsTemplate && !answer.template) {
      throw new ReplyError('reply-not-allowed', 'Only an approved template can be sent here now');
    }
    if (answer.mode && !options.modes.includes(answer.mode) && options.modes.length > 0) {
      throw invalid('The answer cannot be sent in this way');
    }
    checkChoices(options, answer);
    await this.checkFiles(tx, reportId, options, answer.fileIds ?? []);
  }

  /** @throws ReplyError `personal-data` when everybody could read what is nobody's business; tells the kinds only */
  guard(options: ReplyOptions, answer: NewAnswer, text: string): void {
    if (modeOf(options, answer.mode) === 'private' || answer.confirmsPersonalData) return;
    const kinds = [...new Set(findPersonalData(text).map(({ kind }) => kind))];
    if (kinds.length === 0) return;
    throw new ReplyError('personal-data', 'Everybody could read personal data in this answer', [
      { field: 'text', message: kinds.join(',') },
    ]);
  }

  private async checkFiles(
    tx: Queryable,
    reportId: string,
    { files: limits }: ReplyOptions,
    ids: readonly string[],
  ): Promise<void> {
    if (ids.length === 0) return;
    if (!limits || ids.length > limits.maxCount) {
      throw invalid(`The channel takes at most ${limits?.maxCount ?? 0} files`);
    }
    const files = await this.files.unused(tx, reportId, ids);
    if (files.length !== new Set(ids).size) throw invalid('A file is no longer there; add it again');
    for (const { fileName, sizeBytes, mimeType } of files) {
      if (sizeBytes > limits.maxBytes) throw new ReplyError('file-too-large', `${fileName} is too large`);
      if (!takesType(limits, mimeType)) {
        throw new ReplyError('file-type-not-allowed', `The channel takes no ${mimeType}`);
      }
    }
  }

  private async templateText(connectionId: string, choice: ReplyTemplateChoice): Promise<string> {
    const list = await this.templates.ofConnection(connectionId);
    const template = list.find(({ name, language }) => name === choice.name && language === choice.language);
    if (!template) throw invalid('The template is no longer offered');
    const isFilled = choice.parameters.every((parameter) => parameter.trim() !== '');
    if (choice.parameters.length !== template.parameterCount || !isFilled) {
      throw invalid(`The template needs ${template.parameterCount} parameters`);
    }
    return fillTemplate(template, choice.parameters);
  }
}

/** @throws ReplyError `reply-choice-invalid` */
function checkChoices({ choices: limits }: ReplyOptions, { choices = [], text, template }: NewAnswer): void {
  if (choices.length === 0) return;
  if (template || cleanText(text) === '') throw invalid('Buttons stand below a text of your own');
  if (!limits) throw invalid('The channel has no buttons');
  if (choices.length > limits.maxCount) throw invalid(`The channel takes at most ${limits.maxCount} buttons`);
  if (new Set(choices).size !== choices.length) throw invalid('Two buttons say the same');
  const tooLong = choices.find((choice) => Buffer.byteLength(choice) > limits.maxBytes);
  if (tooLong !== undefined) throw invalid(`A button is too long: ${tooLong}`);
}

function invalid(message: string): ReplyError {
  return new ReplyError('reply-choice-invalid', message);
}
