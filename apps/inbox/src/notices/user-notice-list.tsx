import type { UserNotice } from '@app/api-contract';
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Time } from '../locales/time.js';
import styles from './notices.module.css';

/** What the person was told about reports, each leading to its report. */
export function UserNoticeList({
  notices,
  onFollow,
}: {
  notices: readonly UserNotice[];
  onFollow: () => void;
}) {
  const { t } = useTranslation();
  if (notices.length === 0) return <p>{t('userNotices.none')}</p>;
  return (
    <ul className={styles.list}>
      {notices.map((notice) => (
        <li key={notice.id} data-unread={notice.isUnread}>
          <p className={styles.what}>
            <Link to={`/laporan/${notice.reportId}`} onClick={onFollow}>
              {t(`userNotices.kind.${notice.kind}`, {
                name: notice.actorName ?? t('timeline.actor.system'),
                code: notice.ticketCode,
              })}
            </Link>
            {notice.isUnread && <Badge size="sm">{t('notices.new')}</Badge>}
          </p>
          {notice.detail !== null && <p className={styles.why}>{notice.detail}</p>}
          <p className={styles.why}>
            <Time at={notice.at} style="short" />
          </p>
        </li>
      ))}
    </ul>
  );
}
