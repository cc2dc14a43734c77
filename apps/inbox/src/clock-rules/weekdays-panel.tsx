import { Checkbox, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../layout/section.js';
import { useLanguage } from '../locales/use-language.js';

const A_MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const WEEK = [1, 2, 3, 4, 5, 6, 7];

interface Props {
  weekdays: readonly number[];
  onChange: (weekdays: number[]) => void;
}

/** Five or six working days, or whatever the office has. */
export function WeekdaysPanel({ weekdays, onChange }: Props) {
  const { t } = useTranslation();
  const [language] = useLanguage();
  const names = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return (
    <Section title={t('clockRules.weekdays')}>
      <Checkbox.Group
        label={t('clockRules.weekdaysHelp')}
        error={weekdays.length === 0 && t('clockRules.oneWeekday')}
        value={weekdays.map(String)}
        onChange={(values) => onChange(WEEK.filter((day) => values.includes(String(day))))}
      >
        <Group mt="xs">
          {WEEK.map((day) => (
            <Checkbox key={day} value={String(day)} label={names.format(A_MONDAY + (day - 1) * DAY_MS)} />
          ))}
        </Group>
      </Checkbox.Group>
    </Section>
  );
}
