import { Alert, Button, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';
import styles from './vocabulary.module.css';

const LONGEST = 2_000;

interface Props<Result> {
  help: string;
  run: (text: string) => Promise<Result>;
  show: (result: Result) => ReactNode;
}

/** A text to be read, and how it is. Nothing is kept. It may stand in another form: Enter and its button stay here. */
export function TrialForm<Result>({ help, run, show }: Props<Result>) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [text, setText] = useState('');
  const trial = useMutation({ mutationFn: run });
  return (
    <div className={styles.trial}>
      <Textarea
        label={t('vocabulary.trialText')}
        description={help}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div>
        <Button
          variant="default"
          disabled={text.trim() === ''}
          loading={trial.isPending}
          onClick={() => trial.mutate(text)}
        >
          {t('vocabulary.try')}
        </Button>
      </div>
      {trial.error && (
        <Alert color="red" role="alert">
          {problemText(trial.error)}
        </Alert>
      )}
      <div role="status">{trial.data !== undefined && show(trial.data)}</div>
    </div>
  );
}
