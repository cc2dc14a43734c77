import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BlankState } from './blank-state.js';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <BlankState isWholePage icon="question" title={t('app.notFound')}>
      <title>{`${t('app.notFound')} · Wadah`}</title>
      <Anchor component={Link} to="/">
        {t('app.toInbox')}
      </Anchor>
    </BlankState>
  );
}
