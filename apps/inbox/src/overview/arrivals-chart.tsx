import type { Overview } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { niceTop } from '../charts/nice-top.js';
import { StackedBars } from '../charts/stacked-bars.js';
import { useLanguage } from '../locales/use-language.js';
import { useNumbers } from '../locales/use-numbers.js';
import { ArrivalsTable } from './arrivals-table.js';
import { daysOf, type Period } from './period.js';

interface Props {
  period: Period;
  arrivals: Overview['arrivals'];
  /** The address of a list. */
  listOf: (query: string) => string;
}

/** Arrivals day by day, stacked by class, with their numbers as a table below. */
export function ArrivalsChart({ period, arrivals, listOf }: Props) {
  const { t } = useTranslation();
  const [language] = useLanguage();
  const { whole } = useNumbers();
  const dates = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const days = daysOf(period).map((day) => {
    const ofDay = arrivals.filter((one) => one.day === day);
    const total = ofDay.reduce((sum, { count }) => sum + count, 0);
    const values = Object.fromEntries(ofDay.map((one) => [one.class, one.count]));
    return { key: day, title: `${dates.format(Date.parse(day))}: ${whole(total)}`, total, values };
  });
  const most = Math.max(1, ...days.map(({ total }) => total));
  const top = niceTop(most);
  return (
    <StackedBars
      title={t('overview.arrivals')}
      label={t('overview.arrivalsMost', { most: whole(most), days: whole(days.length) })}
      columns={days}
      most={top}
      scale={[top, top / 2, 0].map(whole)}
      ends={[dates.format(Date.parse(period.from)), dates.format(Date.parse(period.to))]}
    >
      <ArrivalsTable days={days.map(({ key }) => key)} arrivals={arrivals} listOf={listOf} />
    </StackedBars>
  );
}
