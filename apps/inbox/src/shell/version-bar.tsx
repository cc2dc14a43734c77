import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './version-bar.module.css';
import { hasNewVersion, takeNewVersion, watchVersion } from './new-version.js';

/** Says that a newer version is ready; nothing changes below a person's hands until they ask for it. */
export function VersionBar() {
  const { t } = useTranslation();
  const isNew = useSyncExternalStore(watchVersion, hasNewVersion);
  return (
    <div role="status" className={isNew ? styles.root : undefined}>
      {isNew && (
        <>
          {t('app.newVersion')}
          <Button size="compact-sm" variant="default" onClick={takeNewVersion}>
            {t('app.reload')}
          </Button>
        </>
      )}
    </div>
  );
}
