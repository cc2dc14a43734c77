import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/use-session.js';
import { SampleData } from './sample-data.js';
import { useFirstSteps, useHideFirstSteps } from './use-first-steps.js';

/** On the page of settings: what was put away comes back, and made-up messages go. */
export function FirstStepsPanel() {
  const { t } = useTranslation();
  const { user } = useSession();
  const { data } = useFirstSteps();
  const hide = useHideFirstSteps();
  if (!data || user.role !== 'admin') return null;
  return (
    <section aria-labelledby="first-steps-settings">
      <h2 id="first-steps-settings">{t('firstSteps.title')}</h2>
      {data.isHidden && (
        <Button variant="default" loading={hide.isPending} onClick={() => hide.mutate(false)}>
          {t('firstSteps.show')}
        </Button>
      )}
      <SampleData steps={data} />
    </section>
  );
}
