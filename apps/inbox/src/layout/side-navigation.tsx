import { ActionIcon, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NoticeBell } from '../notices/notice-bell.js';
import { SavedViews } from '../reports/saved-views.js';
import { StatusViews } from '../reports/status-views.js';
import { useSession } from '../session/use-session.js';
import { Icon } from './icon.js';
import { LanguageSwitch } from './language-switch.js';
import { NavigationLinks } from './navigation-links.js';
import { SetUpLinks } from './set-up-links.js';
import styles from './side-navigation.module.css';
import { UserMenu } from './user-menu.js';
import { Wordmark } from './wordmark.js';

export function SideNavigation({ isRail, onHelp }: { isRail: boolean; onHelp: () => void }) {
  const { t } = useTranslation();
  const { organisationName } = useSession();
  return (
    <nav className={styles.root} data-rail={isRail} aria-label={t('nav.main')}>
      <div className={styles.head}>
        <Wordmark isCompact={isRail} />
        {!isRail && <span className={styles.organisation}>{organisationName}</span>}
      </div>
      <div className={styles.pages}>
        <NavigationLinks areDaily isRail={isRail} />
        {!isRail && <StatusViews />}
        {!isRail && <SavedViews />}
        <SetUpLinks isRail={isRail} />
      </div>
      <div className={styles.foot}>
        {!isRail && <LanguageSwitch />}
        <NoticeBell />
        <Tooltip label={t('nav.help')} position="right">
          <ActionIcon
            className={styles.help}
            variant="transparent"
            aria-label={t('nav.help')}
            onClick={onHelp}
          >
            <Icon name="keyboard" size={18} />
          </ActionIcon>
        </Tooltip>
      </div>
      <UserMenu isCompact={isRail} />
    </nav>
  );
}
