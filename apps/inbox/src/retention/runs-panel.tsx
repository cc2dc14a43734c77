import type { RetentionView } from '@app/api-contract';
import { RETENTION_KINDS } from '@app/report-model';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { useProblemText } from '../api/use-problem-text.js';
import { ConfirmedButton } from '../layout/confirmed-button.js';
import styles from '../layout/panels.module.css';
import { Section } from '../layout/section.js';
import { Time } from '../locales/time.js';
import { useNumbers } from '../locales/use-numbers.js';
import own from './retention.module.css';
import { useRetentionChange, type RetentionRun } from './use-retention.js';

/** What was erased, when, and what could not be; and the way to erase now. */
export function RunsPanel({ retention: { settings, runs } }: { retention: RetentionView }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const run = useRetentionChange(() => callApi('runRetention'));
  const isAnyOn = RETENTION_KINDS.some((kind) => settings.rules[kind].isEnabled);
  const isRunning = runs[0]?.finishedAt === null;
  return (
    <Section title={t('retention.runs')}>
      {runs.length === 0 && <p className={styles.quiet}>{t('retention.noRuns')}</p>}
      <ol className={styles.list}>
        {runs.map((one) => (
          <Run key={one.id} run={one} />
        ))}
      </ol>
      <div className={styles.buttons}>
        <ConfirmedButton
          name={t('retention.runNow')}
          color="red"
          question={t('retention.runQuestion')}
          disabled={!isAnyOn || isRunning}
          loading={run.isPending}
          onConfirm={() =>
            run.mutate(undefined, {
              onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
            })
          }
        />
      </div>
    </Section>
  );
}

function Run({ run }: { run: RetentionRun }) {
  const { t } = useTranslation();
  const { whole } = useNumbers();
  const { requestedAt, requestedBy, state, results, problem } = run;
  return (
    <li className={styles.item}>
      <strong>
        <Time at={requestedAt} style="short" /> · {requestedBy ?? t('retention.byItself')} ·{' '}
        {t(`retention.states.${state}`)}
      </strong>
      {results.map(({ kind, erased, held, failed, failures }) => (
        <div key={kind}>
          {t(`retention.kinds.${kind}.name`)}: {t('retention.erased', { count: whole(erased) })}
          {held > 0 && `, ${t('retention.heldBack', { count: whole(held) })}`}
          {failed > 0 && `, ${t('retention.failed', { count: whole(failed) })}`}
          {failures.length > 0 && (
            <ul className={own.examples}>
              {failures.map(({ name, reason }) => (
                <li key={name}>{t('retention.failure', { name, reason })}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
      {problem !== null && <span role="alert">{problem}</span>}
    </li>
  );
}
