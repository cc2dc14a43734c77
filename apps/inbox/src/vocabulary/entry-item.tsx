import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';
import { Time } from '../locales/time.js';
import styles from './vocabulary.module.css';

interface Props {
  name: string;
  /** What it stands for. */
  children: ReactNode;
  /** What should be known of it; empty ones are left out. */
  notes: readonly (string | null | false)[];
  entry: { readonly isRetired: boolean; readonly updatedAt: string; readonly updatedBy: string | null };
  onEdit: () => void;
  /** Retires it, or takes it back. */
  retire: (isRetired: boolean) => Promise<unknown>;
}

/** One of the tenant's own words. */
export function EntryItem({ name, children, notes, entry, onEdit, retire }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const change = useMutation({
    mutationFn: retire,
    onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
  });
  const { isRetired, updatedAt, updatedBy } = entry;
  return (
    <li className={styles.entry} aria-label={name}>
      <div className={styles.what}>
        <p className={styles.name}>
          {name} <span>→ {children}</span>
        </p>
        {notes.filter(Boolean).map((note) => (
          <p key={String(note)} className={styles.soft}>
            {note}
          </p>
        ))}
        <p className={styles.soft}>
          {t('vocabulary.changed', { name: updatedBy ?? t('audit.system') })} <Time at={updatedAt} />
        </p>
      </div>
      <div className={styles.buttons}>
        {!isRetired && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('vocabulary.editWhat', { name })}
            onClick={onEdit}
          >
            {t('app.edit')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          loading={change.isPending}
          aria-label={t(isRetired ? 'vocabulary.restoreWhat' : 'vocabulary.retireWhat', { name })}
          onClick={() => change.mutate(!isRetired)}
        >
          {t(isRetired ? 'vocabulary.restore' : 'vocabulary.retire')}
        </Button>
      </div>
    </li>
  );
}
