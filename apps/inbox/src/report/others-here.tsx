import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import { useOthersAt } from '../live/use-presence.js';
import styles from './report-header.module.css';

/** Who else is looking at this report, and who is writing an answer. */
export function OthersHere({ reportId }: { reportId: string }) {
  const { t } = useTranslation();
  const others = useOthersAt(reportId);
  const isWriting = others.some(({ activity }) => activity === 'writing');
  return (
    <span className={styles.others} role="status" data-writing={isWriting}>
      {others.map(({ id, name, activity }) => (
        <span key={id} className={styles.other}>
          <Icon name={activity === 'writing' ? 'pencil' : 'eye'} size={13} />
          {t(`presence.${activity}`, { name })}
        </span>
      ))}
    </span>
  );
}
