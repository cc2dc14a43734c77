import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../keyboard/use-keys.js';
import { Icon } from '../layout/icon.js';
import { LONGEST_SEARCH } from './report-filter.js';

const PAUSE_MS = 300;

export function SearchField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(text);
  const [known, setKnown] = useState(text);
  const [sent, setSent] = useState(text);
  if (known !== text) {
    setKnown(text);
    // Changed by a link or by Back, not by what was typed here.
    if (text !== sent) {
      setSent(text);
      setTyped(text);
    }
  }
  const submit = (words: string) => {
    setSent(words);
    onChange(words);
  };
  const search = useDebouncedCallback(submit, PAUSE_MS);
  useKeys(useMemo(() => ({ '/': () => input.current?.select() }), []));
  const set = (value: string) => {
    setTyped(value);
    search(value.trim());
  };

  return (
    <form
      role="search"
      style={{ flex: 1, minWidth: 0 }}
      onSubmit={(event) => {
        event.preventDefault();
        submit(typed.trim());
      }}
    >
      <TextInput
        ref={input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        aria-label={t('inbox.search')}
        placeholder={t('inbox.searchPlaceholder')}
        maxLength={LONGEST_SEARCH}
        leftSection={<Icon name="search" />}
        rightSection={
          typed === '' ? (
            <Kbd size="xs" visibleFrom="sm">
              /
            </Kbd>
          ) : (
            <CloseButton size="sm" aria-label={t('inbox.clearSearch')} onClick={() => set('')} />
          )
        }
        value={typed}
        onChange={(event) => set(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    </form>
  );
}
