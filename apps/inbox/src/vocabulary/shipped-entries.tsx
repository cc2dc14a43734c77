import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../layout/section.js';
import styles from './vocabulary.module.css';

interface Props<Entry> {
  title: string;
  entries: readonly Entry[];
  nameOf: (entry: Entry) => string;
  meaningOf: (entry: Entry) => string;
  isOverridden: (entry: Entry) => boolean;
  onOverride: (entry: Entry) => void;
}

/** What ships and matches what was searched for; each can be overridden by one of the tenant's own. */
export function ShippedEntries<Entry>({ title, entries, nameOf, meaningOf, ...props }: Props<Entry>) {
  const { t } = useTranslation();
  return (
    <Section title={title}>
      <ul className={styles.list} aria-label={title}>
        {entries.map((entry) => {
          const name = nameOf(entry);
          return (
            <li key={name} className={styles.entry}>
              <p className={`${styles.what} ${styles.name}`}>
                {name} <span>→ {meaningOf(entry)}</span>
              </p>
              {props.isOverridden(entry) ? (
                <span className={styles.soft}>{t('vocabulary.overridden')}</span>
              ) : (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('vocabulary.overrideWhat', { name })}
                  onClick={() => props.onOverride(entry)}
                >
                  {t('vocabulary.override')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
