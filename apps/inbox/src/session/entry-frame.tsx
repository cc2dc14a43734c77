import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../layout/language-switch.js';
import { Wordmark } from '../layout/wordmark.js';
import styles from './entry-frame.module.css';

/** The frame of the two pages before one is signed in. */
export function EntryFrame({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={styles.root}>
      <title>{`${title} · Wadah`}</title>
      <header className={styles.brand}>
        <Wordmark />
        <p className={styles.lead}>{t('signIn.lead')}</p>
        <LanguageSwitch />
      </header>
      <main className={styles.main}>
        <div className={styles.form}>
          <h1 className={styles.title}>{title}</h1>
          {children}
        </div>
      </main>
    </div>
  );
}
