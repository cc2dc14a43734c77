import type { SystemHealth } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import styles from '../layout/panels.module.css';
import { Section } from '../layout/section.js';
import { Time } from '../locales/time.js';
import { useNumbers } from '../locales/use-numbers.js';
import { Facts } from './facts.js';

export function StoragePanel({ storage }: Pick<SystemHealth, 'storage'>) {
  const { t } = useTranslation();
  const { bytes } = useNumbers();
  const { databaseBytes, mediaBytes, mediaFiles, freeBytes, diskBytes, tables, measuredAt } = storage;
  return (
    <Section title={t('systemHealth.storage')}>
      <Facts
        facts={[
          [t('systemHealth.database'), bytes(databaseBytes)],
          [
            t('systemHealth.media'),
            `${bytes(mediaBytes)} (${t('systemHealth.files', { count: mediaFiles })})`,
          ],
          [
            t('systemHealth.free'),
            `${bytes(freeBytes)} ${t('systemHealth.ofDisk', { size: bytes(diskBytes) })}`,
          ],
        ]}
      />
      <details>
        <summary>{t('systemHealth.tables')}</summary>
        <Facts facts={tables.map((table) => [table.name, bytes(table.bytes)])} />
      </details>
      <p className={styles.quiet}>
        {t('systemHealth.measured')} <Time at={measuredAt} />
      </p>
    </Section>
  );
}
