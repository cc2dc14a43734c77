import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { useSession } from '../session/use-session.js';
import { BlankState } from './blank-state.js';
import { mayOpen } from './navigation-items.js';

/** Shows a page to those in whose navigation it stands. */
export function RoleGate() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { user } = useSession();
  if (mayOpen(user.role, pathname)) return <Outlet />;
  return (
    <BlankState isWholePage icon="lock" title={t('problem.forbidden')}>
      <title>{`${t('problem.forbidden')} · Wadah`}</title>
      <Anchor component={Link} to="/">
        {t('app.toInbox')}
      </Anchor>
    </BlankState>
  );
}
