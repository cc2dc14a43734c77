import type { LexiconEntryView, LexiconPage } from '@app/api-contract';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../layout/section.js';
import styles from '../vocabulary/vocabulary.module.css';
import type { LexiconStart } from './lexicon-dialog.js';

interface Props {
  entries: LexiconPage['shipped'];
  /** The tenant's own that are shown above. */
  own: readonly LexiconEntryView[];
  onOverride: (start: LexiconStart) => void;
}

/** What the lexicon that ships says of the words that were searched for. */
export function ShippedEntries({ entries, own, onOverride }: Props) {
  const { t } = useTranslation();
  const isOwn = (spelling: string) => own.some((one) => one.spelling === spelling);
  return (
    <Section title={t('lexicon.shipped')}>
      <ul className={styles.list} aria-label={t('lexicon.shipped')}>
        {entries.map(({ spelling, words }) => (
          <li key={spelling} className={styles.entry}>
            <p className={styles.name}>
              {spelling} <span>→ {words}</span>
            </p>
            {isOwn(spelling) ? (
              <span className={styles.soft}>{t('lexicon.overridden')}</span>
            ) : (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('lexicon.overrideWhat', { name: spelling })}
                onClick={() => onOverride({ spelling, shipped: words })}
              >
                {t('lexicon.override')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
