import type { ModelVersion } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { Time } from '../locales/time.js';
import styles from '../layout/panels.module.css';
import { Section } from '../layout/section.js';

export function CurrentPanel({ current }: { current: ModelVersion }) {
  const { t } = useTranslation();
  const { source, version, inForceSince, correctionCount, decidedBy } = current;
  return (
    <Section title={t('model.current')}>
      <p className={styles.excerpt}>
        {source === 'shipped' ? t('model.shipped') : t('model.numbered', { number: current.number })}
      </p>
      {inForceSince !== null && (
        <p className={styles.quiet}>
          {t('model.since')} <Time at={inForceSince} style="short" />
          {decidedBy !== null && ` · ${decidedBy}`}
        </p>
      )}
      <p className={styles.quiet}>{version}</p>
      {source === 'trained' && (
        <p className={styles.quiet}>{t('model.learntFrom', { count: correctionCount })}</p>
      )}
    </Section>
  );
}
