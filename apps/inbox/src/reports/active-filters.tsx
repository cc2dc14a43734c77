import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import styles from './active-filters.module.css';
import type { ReportFilter } from './report-filter.js';
import { useActiveFilters } from './use-active-filters.js';

interface Props {
  filter: ReportFilter;
  /** Without one of them. */
  onChange: (change: Partial<ReportFilter>) => void;
}

/** What narrows the list, beside words and class, which are seen where they are set; a press takes it away. */
export function ActiveFilters({ filter, onChange }: Props) {
  const { t } = useTranslation();
  const active = useActiveFilters(filter);
  if (active.length === 0) return null;
  return (
    <ul className={styles.root} aria-label={t('inbox.activeFilters')}>
      {active.map(({ key, name, without }) => (
        <li key={key}>
          <UnstyledButton className={styles.filter} onClick={() => onChange(without)}>
            <VisuallyHidden>{t('inbox.without')} </VisuallyHidden>
            <span className={styles.name}>{name}</span>
            <Icon name="close" size={12} />
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
