import { Switch, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import styles from './vocabulary.module.css';

const PAUSE_MS = 250;

/** Which entries are shown. */
export interface EntryChoice {
  readonly search: string;
  readonly isRetired: boolean;
}

export const ALL_ENTRIES: EntryChoice = { search: '', isRetired: false };

interface Props {
  label: string;
  choice: EntryChoice;
  onChange: (choice: EntryChoice) => void;
  children?: ReactNode;
}

export function EntryTools({ label, choice, onChange, children }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(choice.search);
  const search = useDebouncedCallback((words: string) => onChange({ ...choice, search: words }), PAUSE_MS);
  return (
    <div className={styles.tools}>
      <TextInput
        className={styles.search}
        type="search"
        aria-label={label}
        placeholder={label}
        leftSection={<Icon name="search" size={16} />}
        maxLength={100}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          search(event.currentTarget.value.trim());
        }}
      />
      <Switch
        label={t('vocabulary.showRetired')}
        checked={choice.isRetired}
        onChange={(event) => onChange({ ...choice, isRetired: event.currentTarget.checked })}
      />
      {children}
    </div>
  );
}
