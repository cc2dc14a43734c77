import { useTranslation } from 'react-i18next';
import { useInstants } from '../locales/use-instants.js';
import { useLanguage } from '../locales/use-language.js';
import { useNow } from '../locales/use-now.js';
import { useSession } from '../session/use-session.js';
import styles from './overview.module.css';
import type { Period } from './period.js';

/** On paper, where no field tells it: whose figures these are, of which days, and of when. */
export function PrintedHead({ period, agency }: { period: Period; agency: string }) {
  const { t } = useTranslation();
  const { organisationName } = useSession();
  const [language] = useLanguage();
  const { absolute } = useInstants();
  const at = absolute(new Date(useNow()).toISOString());
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <p className={styles.printed}>
      {t('overview.printed', {
        organisation: organisationName,
        agency,
        from: dates.format(Date.parse(period.from)),
        to: dates.format(Date.parse(period.to)),
        at,
      })}
    </p>
  );
}
