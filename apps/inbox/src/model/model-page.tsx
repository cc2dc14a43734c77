import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../layout/load-failure.js';
import { PageFrame } from '../layout/page-frame.js';
import { Waiting } from '../layout/waiting.js';
import { CandidatePanel } from './candidate-panel.js';
import { CorrectionsList } from './corrections-list.js';
import { CurrentPanel } from './current-panel.js';
import { LearningSettingsForm } from './learning-settings-form.js';
import styles from '../layout/panels.module.css';
import { QualityPanel } from './quality-panel.js';
import { TrainingPanel } from './training-panel.js';
import { useModel, useModelAction } from './use-model.js';
import { VersionsPanel } from './versions-panel.js';

/** The model that classifies: how it does, what it learns from, and what may come after it. */
export default function ModelPage() {
  const { t } = useTranslation();
  const { data: model, isError, isPending, error, refetch } = useModel();
  const action = useModelAction();
  const current = model?.versions.find(({ state }) => state === 'current');
  const candidate = model?.versions.find(({ state }) => state === 'shadow' || state === 'ready');
  return (
    <PageFrame title={t('model.title')} lead={t('model.lead')}>
      {isError && <LoadFailure error={error} onRetry={refetch} />}
      {isPending && <Waiting />}
      {model && (
        <div className={styles.page}>
          <div className={styles.columns}>
            {current && <CurrentPanel current={current} />}
            <TrainingPanel model={model} action={action} />
          </div>
          {candidate && <CandidatePanel candidate={candidate} model={model} action={action} />}
          <QualityPanel versions={model.versions} />
          <VersionsPanel versions={model.versions} action={action} />
          <CorrectionsList />
          <LearningSettingsForm key={JSON.stringify(model.settings)} settings={model.settings} />
        </div>
      )}
    </PageFrame>
  );
}
