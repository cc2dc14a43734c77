import type { ApiToken } from '@app/api-contract';
import { Badge, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Time } from '../locales/time.js';
import { useNow } from '../locales/use-now.js';
import { useAgencies } from '../reports/use-agencies.js';
import styles from './api-tokens.module.css';

export function TokenItem({ token, onRevoke }: { token: ApiToken; onRevoke: () => void }) {
  const { t } = useTranslation();
  const now = useNow();
  const agency = useAgencies().find(({ id }) => id === token.agencyId);
  const { name, role, isReadOnly, createdAt, lastUsedAt, expiresAt, revokedAt } = token;
  const hasExpired = expiresAt !== null && Date.parse(expiresAt) <= now;
  const ended = revokedAt !== null ? 'revoked' : hasExpired ? 'expired' : null;
  return (
    <li className={styles.item} aria-label={name}>
      <div className={styles.about}>
        <strong className={styles.name}>{name}</strong> <Badge variant="light">{t(`role.${role}`)}</Badge>{' '}
        {isReadOnly && <Badge variant="outline">{t('apiTokens.readOnly')}</Badge>}{' '}
        {ended && <Badge color="gray">{t(`apiTokens.state.${ended}`)}</Badge>}
        <div className={styles.quiet}>
          {agency && `${agency.shortName} · `}
          {t('apiTokens.created')} <Time at={createdAt} />
          {' · '}
          {t('apiTokens.lastUsed')} {lastUsedAt ? <Time at={lastUsedAt} /> : t('apiTokens.never')}
          {' · '}
          {expiresAt ? (
            <>
              {t('apiTokens.expires')} <Time at={expiresAt} />
            </>
          ) : (
            t('apiTokens.forever')
          )}
        </div>
      </div>
      {revokedAt === null && (
        <Button size="compact-sm" variant="default" onClick={onRevoke}>
          {t('apiTokens.revoke')}
        </Button>
      )}
    </li>
  );
}
