import { ActionIcon, Drawer, Indicator, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import { useSession } from '../session/use-session.js';
import { NoticeList } from './notice-list.js';
import { useNotices, useReadNotices } from './use-notices.js';

/** For admins: what happened to connections, with the number that they have not seen. Opening it is seeing them. */
export function NoticeBell() {
  const { user } = useSession();
  return user.role === 'admin' ? <Bell /> : null;
}

function Bell() {
  const { t } = useTranslation();
  const [isOpen, drawer] = useDisclosure();
  const { data = [] } = useNotices();
  const read = useReadNotices();
  const unread = data.filter((notice) => notice.isUnread).length;
  const close = () => {
    drawer.close();
    if (unread > 0 && data[0]) read.mutate(data[0].id);
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
      <Drawer
        opened={isOpen}
        onClose={close}
        position="right"
        title={t('notices.title')}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        <NoticeList notices={data} onFollow={close} />
      </Drawer>
    </>
  );
}
