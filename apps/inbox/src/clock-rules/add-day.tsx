import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../layout/panels.module.css';
import type { Day } from './rules-draft.js';

const KINDS = ['holiday', 'joint-leave'] as const;

/** One more holiday of a year. */
export function AddDay({ year, onAdd }: { year: number; onAdd: (day: Day) => void }) {
  const { t } = useTranslation();
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Day['kind']>('holiday');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onAdd({ date, name: name.trim(), kind });
        setDate('');
        setName('');
      }}
    >
      <div className={styles.columns}>
        <TextInput
          type="date"
          required
          label={t('clockRules.date')}
          min={`${year}-01-01`}
          max={`${year}-12-31`}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        <TextInput
          required
          label={t('clockRules.name')}
          maxLength={200}
          pattern=".*\S.*"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('clockRules.kind')}
          value={kind}
          onChange={(event) => setKind(KINDS.find((one) => one === event.currentTarget.value) ?? 'holiday')}
          data={KINDS.map((value) => ({ value, label: t(`clockRules.kinds.${value}`) }))}
        />
      </div>
      <div className={styles.buttons}>
        <Button type="submit" variant="default">
          {t('clockRules.addDay')}
        </Button>
      </div>
    </form>
  );
}
