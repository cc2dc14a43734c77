import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';

interface Props {
  name: string;
  /** `count`: how many there are to choose. */
  choices: readonly { readonly value: string; readonly label: string; readonly count?: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Several of a few: a button that opens a list of boxes to tick. */
export function ChoiceMenu({ name, choices, chosen, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-start" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button
          variant="default"
          fw={500}
          justify="space-between"
          fullWidth
          rightSection={<Icon name="down" size={14} />}
        >
          {chosen.length === 0 ? name : t('inbox.chosen', { name, count: chosen.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={name}>
        <Checkbox.Group value={[...chosen]} onChange={onChange} aria-label={name}>
          <Stack gap="xs">
            {choices.map(({ value, label, count }) => (
              <Checkbox
                key={value}
                value={value}
                label={count ? t('inbox.counted', { label, count }) : label}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
