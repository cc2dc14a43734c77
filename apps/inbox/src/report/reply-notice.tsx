import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/use-problem-text.js';
import styles from './reply-box.module.css';
import type { AnswerNotice } from './use-answer.js';

/** What became of the last sending, or of the last file. */
export function ReplyNotice({ notice }: { notice: AnswerNotice | null }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const isGood = notice?.kind === 'accepted';
  return (
    <span className={styles.notice} role={isGood ? 'status' : 'alert'} data-good={isGood}>
      {notice !== null && (notice.kind === 'problem' ? problemText(notice.error) : t(`reply.${notice.kind}`))}
    </span>
  );
}
