import { useTranslation } from 'react-i18next';
import { hasCode } from '../api/api-problem.js';
import { useProblemText } from '../api/use-problem-text.js';
import { PersonalDataWarning } from './personal-data-warning.js';
import styles from './reply-box.module.css';
import type { AnswerNotice } from './use-answer.js';

interface Props {
  notice: AnswerNotice | null;
  hasPrivateWay: boolean;
  onSure: () => void;
}

/** What became of the last sending. */
export function ReplyNotice({ notice, hasPrivateWay, onSure }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  if (notice?.kind === 'problem' && hasCode(notice.error, 'personal-data'))
    return <PersonalDataWarning error={notice.error} hasPrivateWay={hasPrivateWay} onSure={onSure} />;
  const isGood = notice?.kind === 'accepted' || notice?.kind === 'proposed';
  return (
    <span className={styles.notice} role={isGood ? 'status' : 'alert'} data-good={isGood}>
      {notice !== null && (notice.kind === 'problem' ? problemText(notice.error) : t(`reply.${notice.kind}`))}
    </span>
  );
}
