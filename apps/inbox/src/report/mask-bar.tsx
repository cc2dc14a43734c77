import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import styles from './mask-bar.module.css';
import type { Reveal } from './use-reveal.js';

/** Says that personal data is masked, and shows it to who asks; asking is noted. */
export function MaskBar({ reveal: { shown, isRevealed, isAsking, reveal, mask } }: { reveal: Reveal }) {
  const { t } = useTranslation();
  if (!shown.isMasked && !isRevealed) return null;
  return (
    <section className={styles.root} aria-label={t('facts.personalData')}>
      <Icon name={isRevealed ? 'eye' : 'lock'} size={14} />
      <span>{t(isRevealed ? 'facts.revealed' : 'facts.masked')}</span>
      <Button size="compact-sm" variant="default" loading={isAsking} onClick={isRevealed ? mask : reveal}>
        {t(isRevealed ? 'facts.maskAgain' : 'facts.reveal')}
      </Button>
    </section>
  );
}
