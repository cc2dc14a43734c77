import { Kbd, Modal, TextInput, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './command-palette.module.css';
import { useCommands, type Command } from './use-commands.js';

const MOST_SHOWN = 12;

/** Everything by its name: pages, views, what can be done with the open report. Ctrl+K or ⌘K. */
export function CommandPalette() {
  const { t } = useTranslation();
  const [isOpen, palette] = useDisclosure();
  const chosen = useRef<Command | null>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      palette.toggle();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [palette]);
  return (
    <Modal
      opened={isOpen}
      onClose={palette.close}
      // Single keys do nothing while a dialog is there.
      onExitTransitionEnd={() => {
        chosen.current?.run();
        chosen.current = null;
      }}
      title={t('palette.title')}
      yOffset="10vh"
    >
      <Search
        onChoose={(command) => {
          chosen.current = command;
          palette.close();
        }}
      />
    </Modal>
  );
}

function Search({ onChoose }: { onChoose: (command: Command) => void }) {
  const { t } = useTranslation();
  const listId = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const shown = useCommands(text).slice(0, MOST_SHOWN);
  const active = Math.min(at, shown.length - 1);
  const step = (by: number) => setAt((active + by + shown.length) % Math.max(1, shown.length));
  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={shown[active] && `${listId}-${active}`}
        aria-label={t('palette.title')}
        placeholder={t('palette.placeholder')}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            step(event.key === 'ArrowDown' ? 1 : -1);
          }
          const command = shown[active];
          if (event.key === 'Enter' && command) {
            event.preventDefault();
            onChoose(command);
          }
        }}
      />
      <div id={listId} role="listbox" aria-label={t('palette.title')} className={styles.list}>
        {shown.map((command, index) => (
          <UnstyledButton
            key={command.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles.command}
            onClick={() => onChoose(command)}
          >
            <span>{command.name}</span>
            {command.hotkey !== undefined && <Kbd size="xs">{command.hotkey}</Kbd>}
          </UnstyledButton>
        ))}
      </div>
      {shown.length === 0 && <p role="status">{t('palette.none')}</p>}
    </>
  );
}
