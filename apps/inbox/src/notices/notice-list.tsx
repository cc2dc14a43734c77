import type { Notice } from '@app/api-contract';
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Time } from '../locales/time.js';
import styles from './notices.module.css';

export function NoticeList({ notices, onFollow }: { notices: readonly Notice[]; onFollow: () => void }) {
  const { t } = useTranslation();
  if (notices.length === 0) return <p>{t('notices.none')}</p>;
  return (
    <ul className={styles.list}>
      {notices.map((notice) => (
        <li key={notice.id} data-unread={notice.isUnread}>
          <p className={styles.what}>
            <Link to="/koneksi" onClick={onFollow}>
              {t(`notices.kind.${notice.kind}`, { name: notice.connectionName })}
            </Link>
            {notice.isUnread && <Badge size="sm">{t('notices.new')}</Badge>}
          </p>
          {notice.reason !== null && <p className={styles.why}>{notice.reason}</p>}
          <p className={styles.why}>
            <Time at={notice.at} style="short" /> ·{' '}
            {notice.resolvedAt === null ? (
              t('notices.lasting')
            ) : (
              <>
                {t('notices.over')} <Time at={notice.resolvedAt} style="short" />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
