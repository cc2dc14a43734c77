import type { ReportDetail } from '@app/api-contract';
import { Button, Textarea, VisuallyHidden } from '@mantine/core';
import { useId, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import { useNumbers } from '../locales/use-numbers.js';
import { isEmpty, wordsOf } from './draft.js';
import { AnswerTemplateMenu } from './answer-template-menu.js';
import { ChangesSince } from './changes-since.js';
import { ReplyAbout } from './reply-about.js';
import styles from './reply-box.module.css';
import { ReplyChoices } from './reply-choices.js';
import { ReplyClosed } from './reply-closed.js';
import { ReplyFiles } from './reply-files.js';
import { ReplyNotice } from './reply-notice.js';
import { TemplateChoice } from './template-choice.js';
import { textLength, textLimit } from './text-length.js';
import { unfilledMarks } from './template-variables.js';
import { useAnswer } from './use-answer.js';
import { useFileUploads } from './use-file-uploads.js';
import { useSignPresence } from '../live/use-presence.js';
import { useReplyPrice } from './use-reply-price.js';

/** The counter appears when this share of the limit is used. */
const NEAR_LIMIT = 0.5;

interface Props {
  report: ReportDetail;
  field: RefObject<HTMLTextAreaElement | null>;
}

export function ReplyBox({ report, field }: Props) {
  const { t } = useTranslation();
  const { whole, rupiah } = useNumbers();
  const aboutId = useId();
  const answer = useAnswer(report);
  const { draft, edit } = answer;
  const { replyOptions: options } = report;
  const { isAllowed, needsTemplate, hasTemplates, files } = options;
  const { maxTextLength, lengthUnit } = textLimit(options, draft.mode);
  const uploads = useFileUploads(report.id, answer.addFile);
  const words = wordsOf(draft);
  useSignPresence(report.id, !isEmpty(draft));
  const price = useReplyPrice(report.id, words, isAllowed && options.hasCost && draft.template === null);

  if (!isAllowed && isEmpty(draft)) return <ReplyClosed options={options} />;
  const used = textLength(words, lengthUnit);
  const excess = draft.template === null ? used - maxTextLength : 0;
  const isFilled = draft.template?.parameters.every((parameter) => parameter.trim() !== '') ?? !needsTemplate;
  const unfilled = draft.template === null ? unfilledMarks(words) : [];
  const isReady =
    unfilled.length === 0 && isFilled && !isEmpty(draft) && uploads.underway === 0 && excess <= 0;
  const maySend = isAllowed && !answer.isSending && isReady;
  const submit = () => {
    if (maySend) void answer.send();
  };

  return (
    <form
      className={styles.form}
      aria-label={t('reply.label')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ReplyAbout id={aboutId} options={options} mode={draft.mode} onMode={(mode) => edit({ mode })} />
      {hasTemplates && (
        <TemplateChoice
          reportId={report.id}
          isRequired={needsTemplate}
          chosen={draft.template}
          onChange={(template) => edit({ template })}
        />
      )}
      <ChangesSince report={report} news={answer.news} onSeen={answer.haveSeen} />
      <Textarea
        ref={field}
        aria-label={t('reply.label')}
        aria-describedby={aboutId}
        placeholder={t('reply.placeholder')}
        autosize
        minRows={2}
        maxRows={9}
        readOnly={answer.isSending || needsTemplate || draft.template !== null}
        error={
          excess > 0
            ? t('reply.tooLong', { count: excess, excess: whole(excess) })
            : unfilled.length > 0
              ? t('answerTemplates.unfilled', { marks: unfilled.join(' ') })
              : undefined
        }
        value={draft.template === null ? draft.text : words}
        onChange={(event) => edit({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            submit();
          }
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      {draft.template === null && !needsTemplate && (
        <AnswerTemplateMenu
          report={report}
          onChoose={(text) => {
            edit({ text: draft.text.trim() === '' ? text : `${draft.text.trimEnd()}\n\n${text}` });
            field.current?.focus();
          }}
        />
      )}
      {files && (
        <ReplyFiles limits={files} files={draft.files} uploads={uploads} onRemove={answer.removeFile} />
      )}
      {options.choices && draft.template === null && !isEmpty(draft) && (
        <ReplyChoices
          limits={options.choices}
          choices={draft.choices}
          onChange={(choices) => edit({ choices })}
        />
      )}
      <div className={styles.foot}>
        <ReplyNotice
          notice={answer.notice}
          hasPrivateWay={options.modes.includes('private')}
          onSure={() => void answer.send(true)}
        />
        <span className={styles.hints}>
          {price !== null && (
            <span className="figures">
              {t('reply.price', { count: price.parts, price: rupiah(price.rupiah) })}
            </span>
          )}
          {draft.template === null && used > maxTextLength * NEAR_LIMIT && (
            <span className="figures">
              {t('reply.remaining', { used: whole(used), limit: whole(maxTextLength) })}
            </span>
          )}
          {!isEmpty(draft) && answer.isKept && !answer.isSending && <span>{t('reply.draft')}</span>}
        </span>
        <Button
          type="submit"
          disabled={!maySend}
          title={t('reply.shortcut')}
          leftSection={<Icon name="send" />}
        >
          {answer.isSending ? t('reply.sending') : t(options.needsApproval ? 'approval.ask' : 'reply.send')}
        </Button>
      </div>
      <VisuallyHidden>{t('reply.shortcut')}</VisuallyHidden>
    </form>
  );
}
