import type { Connection } from '@app/api-contract';
import { Badge, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { connectionsKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';
import { CopyButton } from '../layout/copy-button.js';
import { Time } from '../locales/time.js';
import { useLanguage } from '../locales/use-language.js';
import { useNumbers } from '../locales/use-numbers.js';
import { useChannels } from '../reports/use-channels.js';
import styles from './connections.module.css';
import { Gaps } from './gaps.js';
import { HealthLine } from './health-line.js';
import { SessionPanel } from './session-panel.js';
import { SpendingFacts } from './spending-facts.js';
import { TakeOverButton } from './take-over-button.js';

interface Props {
  connection: Connection;
  /** Absent for those who may only look. */
  onEdit?: (() => void) | undefined;
  onQuarantine: () => void;
}

const COUNTS = ['received', 'duplicates', 'pending', 'ignored', 'quarantined'] as const;

export function ConnectionCard({ connection, onEdit, onQuarantine }: Props) {
  const { t } = useTranslation();
  const { whole, duration } = useNumbers();
  const { nameOf } = useChannels();
  const { name, status, counts, health, quiet, gaps, lagSeconds } = connection;
  return (
    <li className={styles.card} aria-label={name}>
      <div className={styles.head}>
        <h2>{name}</h2>
        <span className={styles.quiet}>{nameOf(connection.channel)}</span>
        {status === 'paused' && <Badge color="gray">{t('connections.status.paused')}</Badge>}
        <div className={styles.actions}>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('connections.quarantineWhat', { name })}
            onClick={onQuarantine}
          >
            {t('connections.counts.quarantined')} ({whole(counts.quarantined)})
          </Button>
          {onEdit && <TakeOverButton connection={connection} />}
          {onEdit && <PauseButton connection={connection} />}
          {onEdit && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('connections.editWhat', { name })}
              onClick={onEdit}
            >
              {t('app.edit')}
            </Button>
          )}
        </div>
      </div>
      {status === 'active' && <HealthLine health={health} />}
      {status === 'active' && connection.session && <SessionPanel session={connection.session} />}
      <RiskNote channel={connection.channel} />
      {status === 'active' && quiet && (
        <p role="alert" className={styles.warning}>
          {t('connections.quiet', {
            usual: duration(quiet.usualGapSeconds),
            gap: duration(quiet.gapSeconds),
          })}
        </p>
      )}
      <Gaps gaps={gaps} />
      <dl className={styles.facts}>
        <div>
          <dt>{t('connections.lastEvent')}</dt>
          <dd>{connection.lastEventAt ? <Time at={connection.lastEventAt} /> : t('connections.never')}</dd>
        </div>
        <div>
          <dt>{t('connections.lag')}</dt>
          <dd>{lagSeconds > 0 ? duration(lagSeconds) : t('connections.noLag')}</dd>
        </div>
        <div>
          <dt>{t('connections.failures')}</dt>
          <dd>{whole(health.failuresPerHour)}</dd>
        </div>
        {COUNTS.map((count) => (
          <div key={count}>
            <dt>{t(`connections.counts.${count}`)}</dt>
            <dd>{whole(counts[count])}</dd>
          </div>
        ))}
      </dl>
      {connection.spending && <SpendingFacts spending={connection.spending} />}
      <Address what={t('connections.formUrl')} url={connection.formUrl} isPage />
      <Address what={t('connections.apiUrl')} url={connection.apiUrl} />
      <Address what={t('connections.webhookUrl')} url={connection.webhookUrl} />
    </li>
  );
}

function RiskNote({ channel }: { channel: string }) {
  const [language] = useLanguage();
  const note = useChannels().channels.find(({ code }) => code === channel)?.riskNote;
  return note ? <p className={styles.warning}>{note[language]}</p> : null;
}

function Address({ what, url, isPage = false }: { what: string; url: string | null; isPage?: boolean }) {
  if (url === null) return null;
  return (
    <div className={styles.address}>
      <span className={styles.quiet}>{what}</span>
      {isPage ? (
        <a href={url} target="_blank" rel="noreferrer">
          {url}
        </a>
      ) : (
        <code>{url}</code>
      )}
      <CopyButton value={url} what={what} />
    </div>
  );
}

function PauseButton({ connection: { id, name, status } }: { connection: Connection }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const isActive = status === 'active';
  const change = useMutation({
    mutationFn: () =>
      callApi('changeConnection', { params: { id }, body: { status: isActive ? 'paused' : 'active' } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: connectionsKey }),
    onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
  });
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={change.isPending}
      aria-label={t(isActive ? 'connections.pauseWhat' : 'connections.resumeWhat', { name })}
      onClick={() => change.mutate()}
    >
      {t(isActive ? 'connections.pause' : 'connections.resume')}
    </Button>
  );
}
