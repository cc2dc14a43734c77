import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiProblem, hasCode } from '../api/api-problem.js';
import { useProblemText } from '../api/use-problem-text.js';
import { isKeyOf } from '../locales/is-key-of.js';
import id from '../locales/id.json';
import styles from './reply-box.module.css';
import type { AnswerNotice } from './use-answer.js';

/** What became of the last sending, or of the last file. */
export function ReplyNotice({ notice, onSure }: { notice: AnswerNotice | null; onSure: () => void }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  if (notice?.kind === 'problem' && hasCode(notice.error, 'personal-data'))
    return <PersonalDataWarning error={notice.error} onSure={onSure} />;
  const isGood = notice?.kind === 'accepted';
  return (
    <span className={styles.notice} role={isGood ? 'status' : 'alert'} data-good={isGood}>
      {notice !== null && (notice.kind === 'problem' ? problemText(notice.error) : t(`reply.${notice.kind}`))}
    </span>
  );
}

/** Everybody could read it: nothing is sent before the officer has looked again. */
function PersonalDataWarning({ error, onSure }: { error: unknown; onSure: () => void }) {
  const { t } = useTranslation();
  const kinds = error instanceof ApiProblem ? (error.fields['text'] ?? '').split(',') : [];
  const names = kinds
    .filter((kind) => isKeyOf(id.personalData.kind, kind))
    .map((kind) => t(`personalData.kind.${kind}`));
  return (
    <span className={styles.notice} role="alert">
      {t('personalData.warning', { what: names.join(', ') })}{' '}
      <Button type="button" size="compact-xs" variant="default" onClick={onSure}>
        {t('personalData.sendAnyway')}
      </Button>
    </span>
  );
}
