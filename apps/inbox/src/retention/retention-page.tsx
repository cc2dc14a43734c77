import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../layout/load-failure.js';
import { PageFrame } from '../layout/page-frame.js';
import styles from '../layout/panels.module.css';
import { Waiting } from '../layout/waiting.js';
import { RetentionForm } from './retention-form.js';
import { RunsPanel } from './runs-panel.js';
import { useRetention } from './use-retention.js';

/** How long what is kept, and what the nightly run has erased. */
export default function RetentionPage() {
  const { t } = useTranslation();
  const { data, isError, isPending, error, refetch } = useRetention();
  return (
    <PageFrame title={t('retention.title')} lead={t('retention.lead')}>
      {isError && <LoadFailure error={error} onRetry={refetch} />}
      {isPending && <Waiting />}
      {data && (
        <div className={styles.page}>
          <RetentionForm retention={data} />
          <RunsPanel retention={data} />
        </div>
      )}
    </PageFrame>
  );
}
