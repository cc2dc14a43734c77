import type { IncidentAnswerResult, IncidentRecipient } from '@app/api-contract';
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isKeyOf } from '../locales/is-key-of.js';
import id from '../locales/id.json';
import { Time } from '../locales/time.js';
import { useLanguage } from '../locales/use-language.js';
import { useNumbers } from '../locales/use-numbers.js';
import { useChannels } from '../reports/use-channels.js';
import styles from './incidents.module.css';
import { canAnswer, faultOf, isTicked, type RecipientNews } from './recipients.js';
import type { AnswerAll } from './use-answer-all.js';

/** Who gets the answer where, what was said there last, what the channel takes, and whether it is in line. */
export function Recipient({ of: recipient, answer }: { of: IncidentRecipient; answer: AnswerAll }) {
  const { t } = useTranslation();
  const { nameOf } = useChannels();
  const { report } = recipient;
  const result = answer.results[report.id];
  const isDone = result?.problem === null;
  return (
    <li className={styles.item}>
      <span className={styles.head}>
        <Checkbox
          size="xs"
          aria-label={t('incident.choose', { code: report.ticketCode })}
          checked={!isDone && isTicked(recipient, answer.ticks)}
          disabled={!canAnswer(recipient) || isDone || answer.send.isPending}
          onChange={(event) => answer.tick(report.id, event.currentTarget.checked)}
        />
        <span>{report.contactName || t('inbox.anonymous')}</span>
        <span className={styles.soft}>
          {nameOf(report.channel)} · {report.ticketCode}
        </span>
      </span>
      {!isDone && <LastWords of={recipient} news={answer.news[report.id]} />}
      {result && <Outcome of={result} />}
      {!isDone && <Limit of={recipient} text={answer.textFor(recipient)} />}
    </li>
  );
}

/** Who has answered already; what is new since the officer looked, in its own words. */
function LastWords({
  of: { isAnswered, lastAnswer, lastMessage },
  news,
}: {
  of: IncidentRecipient;
  news: RecipientNews | undefined;
}) {
  const { t } = useTranslation();
  if (news === 'wrote') {
    return <span className={styles.news}>{t('incident.newsWrote', { text: lastMessage?.text })}</span>;
  }
  if (news === 'answered') {
    const { authorName: name, text } = lastAnswer ?? { authorName: '', text: '' };
    return <span className={styles.news}>{t('incident.newsAnswered', { name, text })}</span>;
  }
  if (!isAnswered) return null;
  if (lastAnswer === null) return <span className={styles.soft}>{t('incident.answered')}</span>;
  return (
    <span className={styles.soft}>
      {t('incident.answeredBy', { name: lastAnswer.authorName })} · <Time at={lastAnswer.at} style="short" />
    </span>
  );
}

function Outcome({ of: { problem, awaitsApproval } }: { of: IncidentAnswerResult[number] }) {
  const { t } = useTranslation();
  if (problem === null) {
    return (
      <span className={styles.soft} role="status">
        {t(awaitsApproval ? 'replyState.proposed' : 'incident.queued')}
      </span>
    );
  }
  return (
    <span className={styles.failure} role="alert">
      {isKeyOf(id.problem, problem) ? t(`problem.${problem}`) : problem}
    </span>
  );
}

function Limit({ of: recipient, text }: { of: IncidentRecipient; text: string }) {
  const { t } = useTranslation();
  const { whole } = useNumbers();
  const [language] = useLanguage();
  const { options } = recipient;
  if (!options.isAllowed) {
    return (
      <span className={styles.soft}>{options.reason?.[language] ?? t('problem.reply-not-allowed')}</span>
    );
  }
  if (options.needsTemplate) return <span className={styles.soft}>{t('incident.needsTemplate')}</span>;
  const { used, maxTextLength, isTooLong, unfilled } = faultOf(recipient, text);
  if (unfilled.length > 0) {
    const marks = unfilled.join(' ');
    return <span className={styles.failure}>{t('answerTemplates.unfilled', { marks })}</span>;
  }
  const limit = t('incident.limit', { used: whole(used), limit: whole(maxTextLength) });
  return (
    <span className={isTooLong ? styles.failure : styles.soft}>
      {options.isPublic ? `${limit} · ${t('incident.isPublic')}` : limit}
    </span>
  );
}
