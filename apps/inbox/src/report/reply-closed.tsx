import type { ReplyOptions } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import { useLanguage } from '../locales/use-language.js';
import styles from './reply-box.module.css';

/** Why nothing can be answered here, and where it can be instead. */
export function ReplyClosed({ options: { reason, handOffUrl } }: { options: ReplyOptions }) {
  const { t } = useTranslation();
  const [language] = useLanguage();
  return (
    <section className={styles.form} aria-label={t('reply.label')}>
      <p className={styles.closed}>
        <Icon name="lock" />
        <span>
          <strong>{t('reply.closed')}.</strong> {reason?.[language]}{' '}
          {handOffUrl !== null && (
            <a href={handOffUrl} target="_blank" rel="noopener noreferrer">
              {t('reply.handOff')}
            </a>
          )}
        </span>
      </p>
    </section>
  );
}
