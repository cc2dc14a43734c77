import type { FirstSteps } from '@app/api-contract';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../layout/icon.js';
import { useSession } from '../session/use-session.js';
import styles from './first-steps.module.css';
import { SampleData } from './sample-data.js';
import { useFirstSteps, useHideFirstSteps } from './use-first-steps.js';

const FIRST_STEPS = [
  'isConnected',
  'hasAgencies',
  'hasReport',
  'isSorted',
  'isAnswered',
  'hasColleague',
] as const;
/** Where an admin does it. */
const PLACES = {
  isConnected: '/koneksi',
  hasAgencies: '/topik',
  hasReport: null,
  isSorted: null,
  isAnswered: null,
  hasColleague: '/pengguna',
} satisfies Record<(typeof FIRST_STEPS)[number], string | null>;

/** The way to the first answer: each step ticks itself. Nothing once it is done or put away. */
export function FirstStepsCard() {
  const { data } = useFirstSteps();
  if (!data) return null;
  const isDone = FIRST_STEPS.every((step) => data[step]);
  if (data.isHidden || isDone) return data.hasSamples ? <SampleData steps={data} /> : null;
  return <Steps steps={data} />;
}

function Steps({ steps }: { steps: FirstSteps }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const hide = useHideFirstSteps();
  const next = FIRST_STEPS.find((step) => !steps[step]);
  return (
    <section className={styles.root} aria-label={t('firstSteps.title')}>
      <h2 className={styles.title}>{t('firstSteps.title')}</h2>
      <ol className={styles.steps}>
        {FIRST_STEPS.map((step) => {
          const place = user.role === 'admin' ? PLACES[step] : null;
          return (
            <li key={step} data-done={steps[step]} aria-current={step === next ? 'step' : undefined}>
              <span
                className={styles.tick}
                role="img"
                aria-label={t(steps[step] ? 'firstSteps.done' : 'firstSteps.open')}
              >
                {steps[step] && <Icon name="check" size={14} />}
              </span>
              <span>
                {place !== null && !steps[step] ? (
                  <Link to={place}>{t(`firstSteps.${step}`)}</Link>
                ) : (
                  t(`firstSteps.${step}`)
                )}
                {!steps[step] && <span className={styles.help}>{t(`firstSteps.${step}Help`)}</span>}
              </span>
            </li>
          );
        })}
      </ol>
      {user.role === 'admin' && (
        <>
          <SampleData steps={steps} />
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            loading={hide.isPending}
            onClick={() => hide.mutate(true)}
          >
            {t('firstSteps.hide')}
          </Button>
        </>
      )}
    </section>
  );
}
