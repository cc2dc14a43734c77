import type { ReportDetail } from '@app/api-contract';
import { Button, Textarea, VisuallyHidden } from '@mantine/core';
import { useId, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/use-problem-text.js';
import { Icon } from '../layout/icon.js';
import { useInstants } from '../locales/use-instants.js';
import { useLanguage } from '../locales/use-language.js';
import { useNumbers } from '../locales/use-numbers.js';
import styles from './reply-box.module.css';
import { textLength } from './text-length.js';
import { useAnswer, type AnswerNotice } from './use-answer.js';

/** The counter appears when this share of the limit is used. */
const NEAR_LIMIT = 0.5;

interface Props {
  report: ReportDetail;
  field: RefObject<HTMLTextAreaElement | null>;
}

export function ReplyBox({ report, field }: Props) {
  const { t } = useTranslation();
  const [language] = useLanguage();
  const instants = useInstants();
  const { whole } = useNumbers();
  const aboutId = useId();
  const answer = useAnswer(report);
  const { isAllowed, reason, until, isPublic, maxTextLength, lengthUnit } = report.replyOptions;

  if (!isAllowed && answer.text === '') {
    return (
      <section className={styles.root} aria-label={t('reply.label')}>
        <p className={styles.closed}>
          <Icon name="lock" />
          <span>
            <strong>{t('reply.closed')}.</strong> {reason?.[language]}
          </span>
        </p>
      </section>
    );
  }
  const used = textLength(answer.text.trim(), lengthUnit);
  const excess = used - maxTextLength;
  const maySend = isAllowed && !answer.isSending && answer.text.trim() !== '' && excess <= 0;
  const submit = () => {
    if (maySend) void answer.send();
  };

  return (
    <form
      className={styles.root}
      aria-label={t('reply.label')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div id={aboutId} className={styles.about}>
        <span className={styles.audience} data-public={isPublic}>
          <Icon name={isPublic ? 'globe' : 'lock'} size={14} />
          {isAllowed
            ? t(isPublic ? 'reply.public' : 'reply.private')
            : `${t('reply.closed')}. ${reason?.[language] ?? ''}`}
        </span>
        {until !== null && <span>{t('reply.until', { at: instants.short(until) })}</span>}
      </div>
      <Textarea
        ref={field}
        aria-label={t('reply.label')}
        aria-describedby={aboutId}
        placeholder={t('reply.placeholder')}
        autosize
        minRows={2}
        maxRows={9}
        readOnly={answer.isSending}
        error={excess > 0 ? t('reply.tooLong', { count: excess }) : undefined}
        value={answer.text}
        onChange={(event) => answer.write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            submit();
          }
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <div className={styles.foot}>
        <Notice notice={answer.notice} />
        <span className={styles.hints}>
          {used > maxTextLength * NEAR_LIMIT && (
            <span className="figures">
              {t('reply.remaining', { used: whole(used), limit: whole(maxTextLength) })}
            </span>
          )}
          {answer.text !== '' && answer.isKept && !answer.isSending && <span>{t('reply.draft')}</span>}
        </span>
        <Button
          type="submit"
          disabled={!maySend}
          title={t('reply.shortcut')}
          leftSection={<Icon name="send" />}
        >
          {answer.isSending ? t('reply.sending') : t('reply.send')}
        </Button>
      </div>
      <VisuallyHidden>{t('reply.shortcut')}</VisuallyHidden>
    </form>
  );
}

function Notice({ notice }: { notice: AnswerNotice | null }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const isGood = notice?.kind === 'accepted';
  return (
    <span className={styles.notice} role={isGood ? 'status' : 'alert'} data-good={isGood}>
      {notice !== null && (notice.kind === 'problem' ? problemText(notice.error) : t(`reply.${notice.kind}`))}
    </span>
  );
}
