import { ActionIcon, Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { NoticeBell } from '../notices/notice-bell.js';
import { SavedViews } from '../reports/saved-views.js';
import { StatusViews } from '../reports/status-views.js';
import { useSession } from '../session/use-session.js';
import { useSignOut } from '../session/use-sign-out.js';
import { Icon } from './icon.js';
import { LanguageSwitch } from './language-switch.js';
import { NavigationLinks } from './navigation-links.js';
import styles from './phone-bar.module.css';
import { SetUpLinks } from './set-up-links.js';
import { Wordmark } from './wordmark.js';

export function PhoneBar({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation();
  const { user, organisationName } = useSession();
  const [isOpen, drawer] = useDisclosure();
  const signOut = useSignOut();
  return (
    <header className={styles.root}>
      <Wordmark />
      <div className={styles.bell}>
        <NoticeBell />
      </div>
      <ActionIcon
        className={styles.burger}
        variant="transparent"
        size={44}
        aria-label={t('nav.openMenu')}
        aria-expanded={isOpen}
        onClick={drawer.open}
      >
        <Icon name="menu" size={22} />
      </ActionIcon>
      <Drawer
        opened={isOpen}
        onClose={drawer.close}
        position="right"
        size="18rem"
        title={t('nav.menu')}
        classNames={{
          content: styles.drawer,
          header: styles.drawer,
          body: styles.body,
          close: styles.close,
        }}
      >
        <p className={styles.organisation}>{organisationName}</p>
        <nav className={styles.body} aria-label={t('nav.main')}>
          <NavigationLinks areDaily onFollow={drawer.close} />
          <StatusViews onFollow={drawer.close} />
          <SavedViews onFollow={drawer.close} />
          <SetUpLinks onFollow={drawer.close} />
        </nav>
        <div className={styles.foot}>
          <LanguageSwitch />
          <Button variant="subtle" color="gray.3" leftSection={<Icon name="keyboard" />} onClick={onHelp}>
            {t('nav.help')}
          </Button>
          <p className={styles.organisation}>
            {user.name} · {t(`role.${user.role}`)}
          </p>
          <Button variant="white" onClick={() => signOut.mutate()}>
            {t('nav.signOut')}
          </Button>
        </div>
      </Drawer>
    </header>
  );
}
