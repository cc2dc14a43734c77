import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { CommandPalette } from '../keyboard/command-palette.js';
import { HelpOverlay } from '../keyboard/help-overlay.js';
import { useKeys } from '../keyboard/use-keys.js';
import { ConnectionBar } from '../live/connection-bar.js';
import { LiveProvider } from '../live/live-provider.js';
import { VersionBar } from '../shell/version-bar.js';
import styles from './app-frame.module.css';
import { OutageBar } from '../notices/outage-bar.js';
import { PhoneBar } from './phone-bar.js';
import { SideNavigation } from './side-navigation.js';
import { Waiting } from './waiting.js';

/** Everything a signed-in person sees: navigation beside (or, on phones, above) the page. */
export function AppFrame() {
  const { t } = useTranslation();
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  const isRail = useMediaQuery('(max-width: 74.99em)', undefined, { getInitialValueInEffect: false });
  const [isHelpOpen, help] = useDisclosure();
  useKeys(useMemo(() => ({ '?': help.open }), [help.open]));

  return (
    <LiveProvider>
      <a className={styles.skip} href="#isi">
        {t('app.skipToContent')}
      </a>
      <div className={styles.root}>
        {isPhone ? (
          <PhoneBar onHelp={help.open} />
        ) : (
          <SideNavigation isRail={isRail === true} onHelp={help.open} />
        )}
        <div className={styles.column}>
          <VersionBar />
          <ConnectionBar />
          <OutageBar />
          <main id="isi" tabIndex={-1} className={styles.main}>
            <Suspense fallback={<Waiting />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </div>
      <CommandPalette />
      <HelpOverlay isOpen={isHelpOpen} onClose={help.close} />
    </LiveProvider>
  );
}
