import type { ReportDetail } from '@app/api-contract';
import { Button, Combobox, Textarea, useCombobox } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { useEffect, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { useProblemText } from '../api/use-problem-text.js';
import { useSession } from '../session/use-session.js';
import { draftName } from './draft-store.js';
import { mentionAt, mentionedIn, withMention } from './mentions.js';
import { newKey } from './new-key.js';
import styles from './reply-box.module.css';
import { useColleagues } from './use-colleagues.js';
import { useSignPresence } from '../live/use-presence.js';
import { useReportChange } from './use-report-change.js';

const LONGEST_NOTE = 5_000;

interface Props {
  report: ReportDetail;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** A note for colleagues. `@` offers their names; who is named is told. */
export function NoteBox({ report, field }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const people = useColleagues(report.id);
  const names = useCombobox();
  const { user } = useSession();
  // Leaving the report, or the note for the answer, loses no word.
  const [text, setText] = useSessionStorage({
    key: draftName(user.id, `note.${report.id}`),
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  useSignPresence(report.id, text !== '');
  const [caret, setCaret] = useState(0);
  const [idempotencyKey, setKey] = useState(newKey);
  const add = useReportChange(report.id);
  const asked = mentionAt(text, caret);
  const offered = asked === null ? [] : people.filter(({ name }) => matches(name, asked.prefix)).slice(0, 6);
  const isOffering = offered.length > 0;

  const firstOffered = offered[0]?.id;
  useEffect(() => {
    if (firstOffered !== undefined) names.selectFirstOption();
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [firstOffered, asked?.prefix]);

  const submit = () => {
    if (text.trim() === '' || add.isPending) return;
    const mentionIds = mentionedIn(text, people);
    const body = { text: text.trim(), mentionIds, idempotencyKey };
    add.mutate(
      { send: () => callApi('addNote', { params: { id: report.id }, body }) },
      {
        onSuccess: () => {
          setText('');
          setKey(newKey());
        },
      },
    );
  };
  const follow = (element: HTMLTextAreaElement) => {
    setText(element.value);
    setCaret(element.selectionStart);
    if (mentionAt(element.value, element.selectionStart) === null) names.closeDropdown();
    else names.openDropdown();
  };
  const choose = (name: string) => {
    const next = withMention(text, caret, name);
    setText(next.text);
    setCaret(next.caret);
    names.closeDropdown();
    field.current?.focus();
  };

  return (
    <form
      className={styles.form}
      aria-label={t('note.label')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Combobox store={names} onOptionSubmit={choose} position="top-start" width={260}>
        <Combobox.Target withAriaAttributes={isOffering}>
          <Textarea
            ref={field}
            aria-label={t('note.label')}
            placeholder={t('note.placeholder')}
            autosize
            minRows={2}
            maxRows={9}
            maxLength={LONGEST_NOTE}
            value={text}
            onChange={(event) => follow(event.currentTarget)}
            onBlur={() => names.closeDropdown()}
            onKeyDown={(event) => {
              if (names.dropdownOpened && isOffering && event.key !== 'Escape') return;
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                event.preventDefault();
                submit();
              }
              if (event.key === 'Escape' && !names.dropdownOpened) event.currentTarget.blur();
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={!isOffering} aria-label={t('note.people')}>
          <Combobox.Options>
            {offered.map(({ id, name, role }) => (
              <Combobox.Option key={id} value={name}>
                {name} · {t(`role.${role}`)}
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <div className={styles.foot}>
        <span className={styles.notice} role="alert">
          {add.isError && problemText(add.error)}
        </span>
        <span className={styles.hints}>{t('note.help')}</span>
        <Button type="submit" disabled={text.trim() === ''} loading={add.isPending}>
          {t('note.add')}
        </Button>
      </div>
    </form>
  );
}

function matches(name: string, prefix: string): boolean {
  const [full, asked] = [name.toLowerCase(), prefix.toLowerCase()];
  return full.startsWith(asked) || full.split(' ').some((part) => part.startsWith(asked));
}
