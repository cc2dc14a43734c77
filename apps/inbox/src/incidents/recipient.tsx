import type { IncidentAnswerResult, IncidentRecipient } from '@app/api-contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isKeyOf } from '../locales/is-key-of.js';
import id from '../locales/id.json';
import { useLanguage } from '../locales/use-language.js';
import { useNumbers } from '../locales/use-numbers.js';
import { textLength, textLimit } from '../report/text-length.js';
import { useChannels } from '../reports/use-channels.js';
import styles from './incidents.module.css';

interface Props extends IncidentRecipient {
  text: string;
  /** Once the answer was sent. */
  result: IncidentAnswerResult[number] | undefined;
  /** The choice. */
  children: ReactNode;
}

/** Who gets the answer where, what the channel takes, and whether it is in line. */
export function Recipient({ report, options, text, result, children }: Props) {
  const { t } = useTranslation();
  const { nameOf } = useChannels();
  return (
    <li className={styles.item}>
      <span className={styles.head}>
        {children}
        <span>{report.contactName || t('inbox.anonymous')}</span>
        <span className={styles.soft}>
          {nameOf(report.channel)} · {report.ticketCode}
        </span>
      </span>
      <span className={styles.soft}>
        {result ? <Outcome of={result} /> : <Limit options={options} text={text} />}
      </span>
    </li>
  );
}

function Outcome({ of: { problem } }: { of: IncidentAnswerResult[number] }) {
  const { t } = useTranslation();
  if (problem === null) return t('incident.queued');
  return isKeyOf(id.problem, problem) ? t(`problem.${problem}`) : problem;
}

function Limit({ options, text }: { options: IncidentRecipient['options']; text: string }) {
  const { t } = useTranslation();
  const { whole } = useNumbers();
  const [language] = useLanguage();
  if (!options.isAllowed) return options.reason?.[language] ?? t('problem.reply-not-allowed');
  if (options.needsTemplate) return t('incident.needsTemplate');
  const { maxTextLength, lengthUnit } = textLimit(options, null);
  const limit = t('incident.limit', {
    used: whole(textLength(text, lengthUnit)),
    limit: whole(maxTextLength),
  });
  return options.isPublic ? `${limit} · ${t('incident.isPublic')}` : limit;
}
