import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { clockRulesKey } from '../api/query-keys.js';
import { LoadFailure } from '../layout/load-failure.js';
import { PageFrame } from '../layout/page-frame.js';
import { Waiting } from '../layout/waiting.js';
import { RulesForm } from './rules-form.js';

/** What legal deadlines are counted with. */
export default function ClockRulesPage() {
  const { t } = useTranslation();
  const rules = useQuery({
    queryKey: clockRulesKey,
    queryFn: ({ signal }) => callApi('getClockRules', { signal }),
  });
  return (
    <PageFrame title={t('clockRules.title')} lead={t('clockRules.lead')}>
      {rules.isError && <LoadFailure error={rules.error} onRetry={rules.refetch} />}
      {rules.isPending && <Waiting />}
      {rules.data && <RulesForm stored={rules.data} />}
    </PageFrame>
  );
}
