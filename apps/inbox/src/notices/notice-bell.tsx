import { ActionIcon, Drawer, Indicator, Stack, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import { useSession } from '../session/use-session.js';
import { NoticeList } from './notice-list.js';
import { useNotices, useReadNotices, useReadUserNotices, useUserNotices } from './use-notices.js';
import { UserNoticeList } from './user-notice-list.js';

/** What one was told about reports and, for admins, about connections. Opening it is seeing it. */
export function NoticeBell() {
  const { t } = useTranslation();
  const { user } = useSession();
  const [isOpen, drawer] = useDisclosure();
  const { data: own = [] } = useUserNotices();
  const { data: ofConnections = [] } = useNotices();
  const [readOwn, readOfConnections] = [useReadUserNotices(), useReadNotices()];
  const unread = [...own, ...ofConnections].filter((notice) => notice.isUnread).length;
  const close = () => {
    drawer.close();
    if (own[0]?.isUnread) readOwn.mutate(own[0].id);
    if (ofConnections[0] && ofConnections.some((notice) => notice.isUnread))
      readOfConnections.mutate(ofConnections[0].id);
  };
  return (
    <>
      <Tooltip label={t('notices.title')} position="right">
        <Indicator label={unread} size={16} color="red.8" disabled={unread === 0}>
          <ActionIcon
            variant="transparent"
            color="gray.3"
            size={36}
            aria-label={t('notices.open', { count: unread })}
            onClick={drawer.open}
          >
            <Icon name="bell" size={18} />
          </ActionIcon>
        </Indicator>
      </Tooltip>
      <Drawer opened={isOpen} onClose={close} position="right" title={t('notices.title')}>
        <Stack>
          {user.role === 'admin' && <h3 className="quiet-heading">{t('userNotices.title')}</h3>}
          <UserNoticeList notices={own} onFollow={close} />
          {user.role === 'admin' && (
            <>
              <h3 className="quiet-heading">{t('connections.title')}</h3>
              <NoticeList notices={ofConnections} onFollow={close} />
            </>
          )}
        </Stack>
      </Drawer>
    </>
  );
}
