import type { SystemHealth } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { Section } from '../layout/section.js';
import { Time } from '../locales/time.js';
import { useNumbers } from '../locales/use-numbers.js';
import { Facts } from './facts.js';

export function LedgerPanel({
  ledger: { pending, isMore, oldestAt, spooled },
}: Pick<SystemHealth, 'ledger'>) {
  const { t } = useTranslation();
  const { whole } = useNumbers();
  const none = t('systemHealth.none');
  return (
    <Section title={t('systemHealth.ledger')}>
      <Facts
        facts={[
          [
            t('systemHealth.pending'),
            isMore ? t('systemHealth.moreThan', { count: whole(pending) }) : whole(pending),
          ],
          [t('systemHealth.oldest'), oldestAt === null ? none : <Time at={oldestAt} />],
          [t('systemHealth.spooled'), whole(spooled)],
        ]}
      />
    </Section>
  );
}
