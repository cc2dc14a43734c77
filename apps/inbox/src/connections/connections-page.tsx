import type { Connection } from '@app/api-contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BlankState } from '../layout/blank-state.js';
import { LoadFailure } from '../layout/load-failure.js';
import { PageFrame } from '../layout/page-frame.js';
import { Waiting } from '../layout/waiting.js';
import { useSession } from '../session/use-session.js';
import { ConnectionCard } from './connection-card.js';
import { ConnectionForm } from './connection-form.js';
import styles from './connections.module.css';
import { QuarantineDrawer } from './quarantine-drawer.js';
import { ReconciliationLine } from './reconciliation-line.js';
import { useConnections } from './use-connections.js';

type Opened = { what: 'add' } | { what: 'edit' | 'quarantine'; id: string } | null;

export default function ConnectionsPage() {
  const { t } = useTranslation();
  const { user } = useSession();
  const { data, error, refetch } = useConnections();
  const [opened, setOpened] = useState<Opened>(null);
  const isAdmin = user.role === 'admin';
  const close = () => setOpened(null);
  const chosen = opened && 'id' in opened ? data?.find(({ id }) => id === opened.id) : undefined;
  return (
    <PageFrame
      title={t('connections.title')}
      lead={t('connections.lead')}
      action={isAdmin && <Button onClick={() => setOpened({ what: 'add' })}>{t('connections.add')}</Button>}
    >
      {error && !data ? <LoadFailure error={error} onRetry={refetch} /> : !data && <Waiting />}
      {data && <ReconciliationLine />}
      {data?.length === 0 && (
        <BlankState icon="plug" title={t('connections.empty')} text={t('connections.emptyHelp')} />
      )}
      {data && <Cards connections={data} isAdmin={isAdmin} onOpen={setOpened} />}
      {!isAdmin && <p className={styles.quiet}>{t('connections.resetNote')}</p>}
      {opened?.what === 'add' && <ConnectionForm onClose={close} />}
      {opened?.what === 'edit' && chosen && <ConnectionForm connection={chosen} onClose={close} />}
      {opened?.what === 'quarantine' && chosen && (
        <QuarantineDrawer connection={chosen} canReplay={isAdmin} onClose={close} />
      )}
    </PageFrame>
  );
}

interface CardsProps {
  connections: readonly Connection[];
  isAdmin: boolean;
  onOpen: (opened: Opened) => void;
}

function Cards({ connections, isAdmin, onOpen }: CardsProps) {
  return (
    <ul className={styles.list}>
      {connections.map((connection) => (
        <ConnectionCard
          key={connection.id}
          connection={connection}
          onEdit={isAdmin ? () => onOpen({ what: 'edit', id: connection.id }) : undefined}
          onQuarantine={() => onOpen({ what: 'quarantine', id: connection.id })}
        />
      ))}
    </ul>
  );
}
