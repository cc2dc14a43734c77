import type { Overview } from '@app/api-contract';
import { REPORT_CLASSES } from '@app/report-model';
import { Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { WideTable } from '../layout/section.js';
import { useLanguage } from '../locales/use-language.js';
import { useNumbers } from '../locales/use-numbers.js';
import styles from './overview.module.css';

interface Props {
  /** In order. */
  days: readonly string[];
  arrivals: Overview['arrivals'];
  /** The address of a list. */
  listOf: (query: string) => string;
}

/** The numbers of the chart, the latest day first; each opens its reports. */
export function ArrivalsTable({ days, arrivals, listOf }: Props) {
  const { t } = useTranslation();
  // A year has two thousand numbers: they are put on the page once somebody wants them.
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={styles.numbers} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('overview.numbers')}</summary>
      {isOpen && (
        <WideTable label={t('overview.arrivals')}>
          <Table aria-label={t('overview.arrivals')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('overview.day')}</Table.Th>
                <Table.Th>{t('overview.total')}</Table.Th>
                {REPORT_CLASSES.map((name) => (
                  <Table.Th key={name}>{t(`class.${name}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {days.toReversed().map((day) => (
                <Day key={day} {...{ day, listOf }} arrivals={arrivals.filter((one) => one.day === day)} />
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
    </details>
  );
}

function Day({ day, arrivals, listOf }: { day: string } & Omit<Props, 'days'>) {
  const [language] = useLanguage();
  const { whole } = useNumbers();
  const name = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.parse(day),
  );
  const ofDay = `from=${day}&to=${day}`;
  const linked = (count: number, query: string) =>
    count === 0 ? whole(count) : <Link to={listOf(query)}>{whole(count)}</Link>;
  return (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      <Table.Td>
        {linked(
          arrivals.reduce((sum, { count }) => sum + count, 0),
          ofDay,
        )}
      </Table.Td>
      {REPORT_CLASSES.map((one) => (
        <Table.Td key={one}>
          {linked(arrivals.find((found) => found.class === one)?.count ?? 0, `class=${one}&${ofDay}`)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
