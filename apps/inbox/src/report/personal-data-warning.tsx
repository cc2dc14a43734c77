import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/api-problem.js';
import { isKeyOf } from '../locales/is-key-of.js';
import id from '../locales/id.json';
import styles from './reply-box.module.css';

interface Props {
  error: unknown;
  /** The channel offers to send it so that only the citizen reads it. */
  hasPrivateWay: boolean;
  onSure: () => void;
}

/** Everybody could read it: nothing is sent before the officer has looked again. */
export function PersonalDataWarning({ error, hasPrivateWay, onSure }: Props) {
  const { t } = useTranslation();
  const kinds = error instanceof ApiProblem ? (error.fields['text'] ?? '').split(',') : [];
  const names = kinds
    .filter((kind) => isKeyOf(id.personalData.kind, kind))
    .map((kind) => t(`personalData.kind.${kind}`));
  const what = names.join(', ');
  return (
    <span className={styles.notice} role="alert">
      {t(hasPrivateWay ? 'personalData.warning' : 'personalData.warningPublicOnly', { what })}{' '}
      <Button type="button" size="compact-xs" variant="default" onClick={onSure}>
        {t('personalData.sendAnyway')}
      </Button>
    </span>
  );
}
