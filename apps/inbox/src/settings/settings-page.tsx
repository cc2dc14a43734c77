import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { settingsKey } from '../api/query-keys.js';
import { LoadFailure } from '../layout/load-failure.js';
import { PageFrame } from '../layout/page-frame.js';
import { Waiting } from '../layout/waiting.js';
import { FirstStepsPanel } from '../first-steps/first-steps-panel.js';
import { OutgoingWebhooks } from '../outgoing-webhooks/outgoing-webhooks.js';
import { useSession } from '../session/use-session.js';
import { MapSettings } from './map-settings.js';
import { SettingsForm } from './settings-form.js';

export default function SettingsPage() {
  const { t } = useTranslation();
  const { version, user } = useSession();
  const settings = useQuery({
    queryKey: settingsKey,
    queryFn: ({ signal }) => callApi('getSettings', { signal }),
  });
  return (
    <PageFrame title={t('settings.title')} lead={t('settings.lead')}>
      {settings.isError && <LoadFailure error={settings.error} onRetry={settings.refetch} />}
      {settings.isPending && <Waiting />}
      {settings.data && <SettingsForm settings={settings.data} />}
      {user.role === 'admin' && <MapSettings />}
      {user.role === 'admin' && <OutgoingWebhooks />}
      <FirstStepsPanel />
      <p>Wadah · {t('settings.version', { version })}</p>
    </PageFrame>
  );
}
