import { useTranslation } from 'react-i18next';
import { useNumbers } from '../locales/use-numbers.js';
import type { ReportFilter } from './report-filter.js';
import { useFound } from './use-found.js';

/** The number of reports that a filter finds, in words; undefined until it is known. It is counted up to a cap. */
export function useHowMany(filter: ReportFilter): string | undefined {
  const { t } = useTranslation();
  const { whole } = useNumbers();
  const found = useFound(filter);
  if (found === undefined) return undefined;
  return found.count < found.cap
    ? t('inbox.found', { count: found.count, number: whole(found.count) })
    : t('inbox.foundMany', { number: whole(found.cap - 1) });
}
