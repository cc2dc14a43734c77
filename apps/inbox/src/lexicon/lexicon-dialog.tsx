import type { LexiconEntryView } from '@app/api-contract';
import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { useMutation } from '../api/use-mutation.js';
import { DialogForm } from '../layout/dialog-form.js';
import { OpenDialog } from '../layout/open-dialog.js';
import { LexiconTrial } from './lexicon-trial.js';
import { useLexiconRefresh } from './use-lexicon.js';

/** What the dialog begins with; without an id it is a new entry. */
export type LexiconStart = Partial<Pick<LexiconEntryView, 'id' | 'spelling' | 'words' | 'shipped'>>;

interface Props {
  start: LexiconStart;
  onClose: () => void;
}

export function LexiconDialog({ start, onClose }: Props) {
  const { t } = useTranslation();
  const refresh = useLexiconRefresh();
  const [spelling, setSpelling] = useState(start.spelling ?? '');
  const [words, setWords] = useState(start.words ?? '');
  const id = start.id ?? null;
  const save = useMutation({
    mutationFn: () => {
      const body = { spelling, words };
      return id === null
        ? callApi('addLexiconEntry', { body })
        : callApi('changeLexiconEntry', { params: { id }, body });
    },
    onSuccess: () => {
      void refresh();
      onClose();
    },
  });
  return (
    <OpenDialog onClose={onClose} size="lg" title={t(id === null ? 'lexicon.add' : 'lexicon.change')}>
      <DialogForm
        error={save.error}
        submit={t('app.save')}
        isPending={save.isPending}
        onClose={onClose}
        onSubmit={() => save.mutate()}
      >
        <TextInput
          required
          data-autofocus={start.spelling === undefined || undefined}
          label={t('lexicon.spelling')}
          description={t('lexicon.spellingHelp')}
          maxLength={40}
          value={spelling}
          onChange={(event) => setSpelling(event.currentTarget.value)}
        />
        <TextInput
          required
          data-autofocus={start.spelling !== undefined || undefined}
          label={t('lexicon.words')}
          description={t('lexicon.wordsHelp')}
          maxLength={200}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {start.shipped && <Text size="sm">{t('vocabulary.overrides', { meaning: start.shipped })}</Text>}
        <LexiconTrial draft={{ id, spelling, words }} />
      </DialogForm>
    </OpenDialog>
  );
}
