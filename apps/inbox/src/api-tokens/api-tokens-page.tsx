import type { ApiToken } from '@app/api-contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BlankState } from '../layout/blank-state.js';
import { LoadFailure } from '../layout/load-failure.js';
import { PageFrame } from '../layout/page-frame.js';
import { Waiting } from '../layout/waiting.js';
import styles from './api-tokens.module.css';
import { NewTokenDialog } from './new-token-dialog.js';
import { RevokeDialog } from './revoke-dialog.js';
import { TokenItem } from './token-item.js';
import { useApiTokens } from './use-api-tokens.js';

/** Keys of other programs: which there are, when each was used, a new one, the end of one. */
export default function ApiTokensPage() {
  const { t } = useTranslation();
  const tokens = useApiTokens();
  const [isAdding, setAdding] = useState(false);
  const [revoked, setRevoked] = useState<ApiToken | null>(null);
  return (
    <PageFrame
      title={t('apiTokens.title')}
      lead={t('apiTokens.lead')}
      action={<Button onClick={() => setAdding(true)}>{t('apiTokens.add')}</Button>}
    >
      {tokens.isError && <LoadFailure error={tokens.error} onRetry={tokens.refetch} />}
      {tokens.isPending && <Waiting />}
      {tokens.data?.length === 0 && (
        <BlankState icon="lock" title={t('apiTokens.none')} text={t('apiTokens.noneText')} />
      )}
      {tokens.data && tokens.data.length > 0 && (
        <ul className={styles.list} aria-label={t('apiTokens.list')}>
          {tokens.data.map((token) => (
            <TokenItem key={token.id} token={token} onRevoke={() => setRevoked(token)} />
          ))}
        </ul>
      )}
      {isAdding && <NewTokenDialog onClose={() => setAdding(false)} />}
      {revoked && <RevokeDialog token={revoked} onClose={() => setRevoked(null)} />}
    </PageFrame>
  );
}
