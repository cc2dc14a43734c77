import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../layout/icon.js';
import { Time } from '../locales/time.js';
import { useSession } from '../session/use-session.js';
import styles from './notices.module.css';
import { useOutages } from './use-notices.js';

/** Says through which channels nothing comes at present, on every page. */
export function OutageBar() {
  const { t } = useTranslation();
  const { user } = useSession();
  const { data = [] } = useOutages();
  const [first, ...others] = data;
  return (
    <div role="status" aria-label={t('notices.outages')} className={first ? styles.bar : undefined}>
      {first && (
        <>
          <Icon name="alert" />
          <span>
            {t('notices.outage', { name: first.name })}
            {others.length > 0 && ` ${t('notices.furtherOutages', { count: others.length })}`} (
            <Time at={first.since} />)
          </span>
          {user.role !== 'agency-member' && <Link to="/koneksi">{t('notices.look')}</Link>}
        </>
      )}
    </div>
  );
}
