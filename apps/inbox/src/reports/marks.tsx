import type { ReportClass, ReportFlags } from '@app/report-model';
import { VisuallyHidden } from '@mantine/core';
import { Icon } from '../layout/icon.js';
import { useTexts } from '../locales/use-texts.js';
import { CLASS_LOOKS, FLAG_LOOKS, FLAGS_BY_WEIGHT } from './class-looks.js';
import styles from './marks.module.css';

export function ClassMark({ of }: { of: ReportClass }) {
  const t = useTexts();
  const { icon, tone } = CLASS_LOOKS[of];
  return (
    <span className={styles.mark} data-tone={tone}>
      <Icon name={icon} size={13} />
      {t(`classShort.${of}`)}
    </span>
  );
}

/** The classifier was too unsure: a person looks first. */
export function UnsureMark() {
  const t = useTexts();
  return (
    <span className={styles.mark} data-tone="warn" title={t('inbox.unsureHelp')}>
      <Icon name="question" size={13} />
      {t('inbox.unsure')}
    </span>
  );
}

/** The citizen asked that it be kept from everybody who does not handle it. */
export function ConfidentialMark() {
  const t = useTexts();
  return (
    <span className={styles.mark} data-tone="plum" title={t('inbox.confidentialHelp')}>
      <Icon name="lock" size={13} />
      {t('inbox.confidential')}
    </span>
  );
}

/** Nothing of it may be erased. */
export function LegalHoldMark() {
  const t = useTexts();
  return (
    <span className={styles.mark} data-tone="plum" title={t('legalHold.help')}>
      <Icon name="shield" size={13} />
      {t('legalHold.mark')}
    </span>
  );
}

/** Only the flags that are set. `isCompact`: those that are not pressing as icons. */
export function FlagMarks({ flags, isCompact = false }: { flags: ReportFlags; isCompact?: boolean }) {
  const t = useTexts();
  return FLAGS_BY_WEIGHT.filter((flag) => flags[flag]).map((flag) => (
    <span
      key={flag}
      className={styles.mark}
      data-tone={FLAG_LOOKS[flag].tone}
      data-strong={flag === 'urgent'}
      title={isCompact ? t(`flag.${flag}`) : t(`flagHelp.${flag}`)}
    >
      <Icon name={FLAG_LOOKS[flag].icon} size={13} />
      {isCompact && flag !== 'urgent' ? (
        <VisuallyHidden>{t(`flag.${flag}`)}</VisuallyHidden>
      ) : (
        t(`flag.${flag}`)
      )}
    </span>
  ));
}
