import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EVERYTHING, type ReportFilter } from './report-filter.js';
import { useFound } from './use-found.js';
import { useHowMany } from './use-how-many.js';

interface Props {
  filter: ReportFilter;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
}

/** Whoever changes all that a filter finds has read how many these are, and how many of them are urgent. */
export function BulkCheck({ filter, isChecked, onChange }: Props) {
  const { t } = useTranslation();
  const howMany = useHowMany(filter);
  const flags = [...new Set([...filter.flags, 'urgent' as const])];
  const urgentOnes = { ...EVERYTHING, ...filter, flags };
  const urgent = useFound(urgentOnes);
  const howManyUrgent = useHowMany(urgentOnes);
  if (howMany === undefined || urgent === undefined) return null;
  return (
    <Checkbox
      label={t('bulk.sure', { what: howMany })}
      description={urgent.count > 0 && t('bulk.urgent', { what: howManyUrgent })}
      checked={isChecked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
