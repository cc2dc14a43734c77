import type { ModelOverview, ModelVersion } from '@app/api-contract';
import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '../locales/use-numbers.js';
import { ConfirmedButton } from '../layout/confirmed-button.js';
import { FiguresTable } from './figures-table.js';
import styles from '../layout/panels.module.css';
import { Section } from '../layout/section.js';
import { ShadowDifferences } from './shadow-differences.js';
import type { ModelAction } from './use-model.js';

interface Props {
  candidate: ModelVersion;
  model: ModelOverview;
  action: ModelAction;
}

/** What may be put in force next: its figures beside those of now, what it says of live messages, the decision. */
export function CandidatePanel({ candidate, model: { shadow, settings }, action }: Props) {
  const { t } = useTranslation();
  const { whole } = useNumbers();
  const { id, number, state, tests, correctionCount, heldOutCount } = candidate;
  const name = t('model.numbered', { number });
  const seen = shadow?.seen ?? 0;
  return (
    <Section title={t('model.candidate', { name })}>
      <p className={styles.quiet}>
        {t('model.learntAndHeldOut', { learnt: whole(correctionCount), heldOut: whole(heldOutCount) })}
      </p>
      {tests.map((test) => test.candidate.rows > 0 && <FiguresTable key={test.set} test={test} />)}
      <div role="status">
        <p className={styles.quiet}>
          {state === 'shadow'
            ? t('model.shadowing', { seen: whole(seen), wanted: whole(settings.shadowMessages) })
            : t('model.shadowed', { seen: whole(seen) })}{' '}
          {shadow && t('model.differing', { count: shadow.differing })}
        </p>
        {shadow && shadow.candidateRight + shadow.currentRight > 0 && (
          <p className={styles.quiet}>
            {t('model.sided', {
              candidate: whole(shadow.candidateRight),
              current: whole(shadow.currentRight),
            })}
          </p>
        )}
      </div>
      {state === 'shadow' && (
        <Progress
          mt="xs"
          aria-label={t('model.shadowProgress')}
          value={settings.shadowMessages === 0 ? 100 : (seen / settings.shadowMessages) * 100}
        />
      )}
      <ShadowDifferences modelId={id} count={shadow?.differing ?? 0} />
      <div className={styles.buttons}>
        <ConfirmedButton
          name={t('model.promote')}
          question={t('model.promoteQuestion', { name })}
          disabled={state !== 'ready'}
          loading={action.isPending}
          onConfirm={() => action.mutate({ name: 'promoteModel', id, done: t('model.promoted', { name }) })}
        />
        <ConfirmedButton
          name={t('model.refuse')}
          question={t('model.refuseQuestion', { name })}
          variant="default"
          disabled={action.isPending}
          onConfirm={() => action.mutate({ name: 'refuseModel', id, done: t('model.refused', { name }) })}
        />
      </div>
    </Section>
  );
}
