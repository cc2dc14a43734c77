import { Button, NativeSelect, Table, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../layout/panels.module.css';
import { Section, WideTable } from '../layout/section.js';
import { AddDay } from './add-day.js';
import { withYear, type Day, type Year } from './rules-draft.js';
import { useDays } from './use-days.js';

interface Props {
  years: readonly Year[];
  onChange: (years: Year[]) => void;
}

/** The days of the yearly decree, a year at a time. */
export function CalendarPanel({ years, onChange }: Props) {
  const { t } = useTranslation();
  const { today, long } = useDays();
  const thisYear = Number(today.slice(0, 4));
  const [chosen, setChosen] = useState(thisYear);
  const shown = years.find(({ year }) => year === chosen) ?? years.at(-1);
  const next = Math.max(thisYear - 1, ...years.map(({ year }) => year)) + 1;
  const change = (part: Partial<Year>) => shown && onChange(withYear(years, { ...shown, ...part }));
  const addYear = () => {
    onChange(withYear(years, { year: next, source: `SKB ${next}`, days: [] }));
    setChosen(next);
  };
  const without = (day: Day) => shown?.days.filter((one) => one !== day) ?? [];
  return (
    <Section title={t('clockRules.calendar')}>
      <div className={styles.columns}>
        <NativeSelect
          label={t('clockRules.year')}
          value={String(shown?.year ?? '')}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
          data={years.map(({ year }) => String(year))}
        />
        <TextInput
          label={t('clockRules.source')}
          required
          maxLength={300}
          value={shown?.source ?? ''}
          onChange={(event) => change({ source: event.currentTarget.value })}
        />
      </div>
      {shown && (
        <>
          {shown.days.length === 0 && <p className={styles.quiet}>{t('clockRules.noDays')}</p>}
          <WideTable label={t('clockRules.days', { year: shown.year })}>
            <Table aria-label={t('clockRules.days', { year: shown.year })}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('clockRules.date')}</Table.Th>
                  <Table.Th>{t('clockRules.name')}</Table.Th>
                  <Table.Th>{t('clockRules.kind')}</Table.Th>
                  <Table.Th>{t('clockRules.remove')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {shown.days.map((day) => (
                  <Table.Tr key={`${day.date} ${day.name}`}>
                    <Table.Td>{long(day.date)}</Table.Td>
                    <Table.Td>{day.name}</Table.Td>
                    <Table.Td>{t(`clockRules.kinds.${day.kind}`)}</Table.Td>
                    <Table.Td>
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={t('clockRules.removeDay', { name: day.name, date: long(day.date) })}
                        onClick={() => change({ days: without(day) })}
                      >
                        {t('clockRules.remove')}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </WideTable>
          <AddDay
            key={shown.year}
            year={shown.year}
            onAdd={(day) =>
              change({
                days: [...shown.days, day].sort((one, other) => one.date.localeCompare(other.date)),
              })
            }
          />
        </>
      )}
      <div className={styles.buttons}>
        <Button variant="default" onClick={addYear}>
          {t('clockRules.addYear', { year: next })}
        </Button>
      </div>
    </Section>
  );
}
