import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useSession } from '../session/use-session.js';
import { Icon } from './icon.js';
import { isDaily, navigationFor } from './navigation-items.js';
import styles from './navigation-links.module.css';

const reveal = (link: HTMLAnchorElement | null) => link?.scrollIntoView({ block: 'nearest' });

interface NavigationLinksProps {
  /** The pages of every day, or those for setting up. */
  readonly areDaily: boolean;
  /** Icons only, each with its name as a tooltip. */
  readonly isRail?: boolean;
  readonly onFollow?: () => void;
}

export function NavigationLinks({ areDaily, isRail = false, onFollow }: NavigationLinksProps) {
  const { t } = useTranslation();
  const { user } = useSession();
  const { pathname } = useLocation();
  const items = navigationFor(user.role).filter((item) => isDaily(item) === areDaily);
  return (
    <ul className={styles.list}>
      {items.map(({ name, path, icon }) => {
        const isHere = pathname === path || (path === '/' && pathname.startsWith('/laporan/'));
        const label = t(`nav.${name}`);
        return (
          <li key={name}>
            <Tooltip label={label} position="right" disabled={!isRail}>
              <Link
                ref={isHere ? reveal : undefined}
                to={path}
                onClick={onFollow}
                aria-label={isRail ? label : undefined}
                aria-current={isHere ? 'page' : undefined}
                className={isHere ? `${styles.link} ${styles.here}` : styles.link}
              >
                <Icon name={icon} size={18} />
                {!isRail && <span>{label}</span>}
              </Link>
            </Tooltip>
          </li>
        );
      })}
    </ul>
  );
}
