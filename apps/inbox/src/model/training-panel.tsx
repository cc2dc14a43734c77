import type { ModelOverview } from '@app/api-contract';
import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '../locales/use-numbers.js';
import { ConfirmedButton } from '../layout/confirmed-button.js';
import styles from '../layout/panels.module.css';
import { Section } from '../layout/section.js';
import type { ModelAction } from './use-model.js';

/** In order; the server says which of them it is at. */
const STEPS = ['reading', 'testing-current', 'testing-candidate', 'training', 'comparing'] as const;

/** What there is to learn, how far a training is, and the button that starts one. */
export function TrainingPanel({ model, action }: { model: ModelOverview; action: ModelAction }) {
  const { t } = useTranslation();
  const { whole } = useNumbers();
  const { newCorrections, settings, versions } = model;
  const open = versions.find(({ state }) => state === 'queued' || state === 'training');
  const [newest] = versions;
  const missing = settings.minimumCorrections - newCorrections;
  const at = STEPS.findIndex((step) => step === open?.step);
  return (
    <Section title={t('model.learning')}>
      <p className={styles.excerpt}>{t('model.newCorrections', { count: newCorrections })}</p>
      <p className={styles.quiet}>
        {settings.trainingHour === null
          ? t('model.notNightly')
          : t('model.nightly', { hour: String(settings.trainingHour).padStart(2, '0') })}
      </p>
      {open ? (
        <div role="status">
          <p className={styles.quiet}>
            {at < 0 ? t('model.step.queued') : t(`model.step.${STEPS[at] ?? 'reading'}`)}
          </p>
          <Progress
            mt="xs"
            value={((at + 1) / (STEPS.length + 1)) * 100}
            aria-label={t('model.progress')}
            animated
          />
        </div>
      ) : (
        <>
          {newest?.state === 'failed' && (
            <p className={styles.quiet} role="alert">
              {t('model.failed', { reason: newest.reason ?? '' })}
            </p>
          )}
          {missing > 0 && <p className={styles.quiet}>{t('model.missing', { count: missing })}</p>}
          <div className={styles.buttons}>
            <ConfirmedButton
              name={t('model.trainNow')}
              question={t('model.trainQuestion', { count: whole(newCorrections) })}
              disabled={missing > 0}
              loading={action.isPending}
              onConfirm={() => action.mutate({ name: 'trainModel', done: t('model.trainingAsked') })}
            />
          </div>
        </>
      )}
    </Section>
  );
}
