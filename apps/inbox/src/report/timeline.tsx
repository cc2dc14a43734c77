import type { TimelineEntry } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { Time } from '../locales/time.js';
import styles from './timeline.module.css';
import { useEntryText } from './use-entry-text.js';

/** What happened, the newest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation();
  const textOf = useEntryText();
  return (
    <ol className={styles.list}>
      {entries.toReversed().map((entry) => {
        const note = entry.data['note'] ?? entry.data['question'] ?? entry.data['addressee'];
        return (
          <li key={entry.id} className={styles.entry}>
            <span>{textOf(entry)}</span>
            {typeof note === 'string' && note !== '' && (
              <span className={styles.note}>{t('timeline.note', { note })}</span>
            )}
            <span className={styles.about}>
              {entry.actorName || t(`timeline.actor.${entry.actorKind}`)} ·{' '}
              <Time at={entry.at} style="short" />
            </span>
          </li>
        );
      })}
    </ol>
  );
}
