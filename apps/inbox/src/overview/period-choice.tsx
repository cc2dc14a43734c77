import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPeriod, PERIODS, type Period } from './period.js';
import styles from './overview.module.css';

interface Props {
  period: Period;
  /** Of the periods that end today, the chosen one; null: days of one's own. */
  length: number | null;
  onLength: (days: number | null) => void;
  onPeriod: (period: Period) => void;
}

/** The last days up to today, or from one day to another. */
export function PeriodChoice({ period, length, onLength, onPeriod }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(period);
  const change = (part: Partial<Period>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    if (isPeriod(next)) onPeriod(next);
  };
  const problem = () => {
    if (draft.from === '' || draft.to === '') return t('overview.bothDays');
    return t(draft.from > draft.to ? 'overview.backwards' : 'overview.tooLong');
  };
  return (
    <>
      <SegmentedControl
        className={styles.periods}
        aria-label={t('overview.period')}
        value={String(length ?? '')}
        onChange={(value) => {
          setDraft(period);
          onLength(value === '' ? null : Number(value));
        }}
        data={[
          ...PERIODS.map((count) => ({ value: String(count), label: t('overview.days', { count }) })),
          { value: '', label: t('overview.chooseDays') },
        ]}
      />
      {length === null && (
        <div className={styles.choices}>
          <TextInput
            type="date"
            label={t('overview.from')}
            value={draft.from}
            onChange={(event) => change({ from: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('overview.to')}
            value={draft.to}
            error={isPeriod(draft) ? null : problem()}
            onChange={(event) => change({ to: event.currentTarget.value })}
          />
        </div>
      )}
    </>
  );
}
