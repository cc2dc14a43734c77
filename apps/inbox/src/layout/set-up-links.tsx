import { useTranslation } from 'react-i18next';
import { NavigationLinks } from './navigation-links.js';
import styles from './set-up-links.module.css';

/** The pages for setting up and looking after, below those of every day. */
export function SetUpLinks({ isRail = false, onFollow }: { isRail?: boolean; onFollow?: () => void }) {
  const { t } = useTranslation();
  return (
    <section className={styles.root} aria-label={t('nav.setUp')}>
      {!isRail && <h2 className={styles.title}>{t('nav.setUp')}</h2>}
      <NavigationLinks areDaily={false} isRail={isRail} onFollow={onFollow} />
    </section>
  );
}
