import type { ReplyAttempt } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { useInstants } from '../locales/use-instants.js';
import styles from './conversation.module.css';

/** Every sending of an answer, when there was more than one or something to tell about it. */
export function ReplyAttempts({ of }: { of: readonly ReplyAttempt[] }) {
  const { t } = useTranslation();
  const instants = useInstants();
  if (of.length === 0) return null;
  return (
    <details className={styles.history}>
      <summary>{t('reply.attempts', { count: of.length })}</summary>
      <ol className={styles.attempts}>
        {of.map(({ startedAt, endedAt, outcome, problem, externalId }, index) => (
          <li key={index} className={styles.note}>
            {[
              instants.short(startedAt),
              outcome === null ? t('replyState.sending') : t(`replyOutcome.${outcome}`),
              endedAt === null ? null : t('reply.tookUntil', { at: instants.short(endedAt) }),
              problem,
              externalId === null ? null : t('reply.externalId', { id: externalId }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ol>
    </details>
  );
}
