import { REPORT_CLASSES, type ReportClass } from '@app/report-model';
import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import { CLASS_LOOKS } from './class-looks.js';
import styles from './class-views.module.css';
import type { ReportFilter } from './report-filter.js';
import { useClassCounts } from './use-found.js';

interface Props {
  filter: ReportFilter;
  onChange: (chosen: ReportClass[]) => void;
}

/** One button for each class, with how many reports the list has of it; several can be pressed. */
export function ClassViews({ filter, onChange }: Props) {
  const { t } = useTranslation();
  const countOf = useClassCounts(filter);
  const chosen = filter.classes;
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
          <span className={styles.count}>{countOf(one)}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}
