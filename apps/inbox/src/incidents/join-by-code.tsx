import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasCode } from '../api/api-problem.js';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';
import styles from './incidents.module.css';

/** For reports about the same thing that nobody suggests. */
export function JoinByCode({ onJoin }: { onJoin: (ticketCode: string) => Promise<unknown> }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [code, setCode] = useState('');
  const join = useMutation({ mutationFn: onJoin, onSuccess: () => setCode('') });
  const error =
    join.error && (hasCode(join.error, 'not-found') ? t('incident.noSuchCode') : problemText(join.error));
  return (
    <form
      className={styles.byCode}
      onSubmit={(event) => {
        event.preventDefault();
        join.mutate(code.trim());
      }}
    >
      <TextInput
        className={styles.code}
        label={t('incident.joinByCode')}
        description={t('incident.joinByCodeHelp')}
        error={error}
        maxLength={20}
        autoComplete="off"
        value={code}
        onChange={(event) => {
          setCode(event.currentTarget.value);
          join.reset();
        }}
      />
      <Button
        type="submit"
        size="compact-sm"
        variant="default"
        loading={join.isPending}
        disabled={code.trim() === ''}
      >
        {t('incident.join')}
      </Button>
    </form>
  );
}
