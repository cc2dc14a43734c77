import { REPORT_CLASSES, type ReportClass } from '@app/report-model';
import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import { CLASS_LOOKS } from './class-looks.js';
import styles from './class-views.module.css';
import { useCounts } from './use-counts.js';

interface Props {
  chosen: readonly ReportClass[];
  onChange: (chosen: ReportClass[]) => void;
}

/** One button for each class, with how many open reports it has; several can be pressed. */
export function ClassViews({ chosen, onChange }: Props) {
  const { t } = useTranslation();
  const { counts, text } = useCounts();
  const toggle = (one: ReportClass) =>
    onChange(REPORT_CLASSES.filter((other) => chosen.includes(other) !== (other === one)));
  return (
    <div className={styles.root} role="group" aria-label={t('inbox.class')}>
      {REPORT_CLASSES.map((one) => (
        <UnstyledButton
          key={one}
          className={styles.view}
          data-tone={CLASS_LOOKS[one].tone}
          aria-pressed={chosen.includes(one)}
          onClick={() => toggle(one)}
        >
          <Icon name={CLASS_LOOKS[one].icon} size={14} />
          {t(`classShort.${one}`)}
          <span className={styles.count}>{text(counts?.byClass[one])}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}
