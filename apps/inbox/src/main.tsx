// First: our own styles come after Mantine's.
import './layout/mantine-styles.js';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { queryClient } from './api/query-client.js';
import { AppRoutes } from './app-routes.js';
import { CrashBoundary } from './layout/crash-boundary.js';
import { startPopGuard } from './layout/pop-guard.js';
import './layout/surface.css';
import { Themed } from './layout/themed.js';
import { startI18n } from './locales/i18n.js';
import { prefetchList } from './reports/prefetch-list.js';
import { keepShell } from './shell/new-version.js';

startI18n();
startPopGuard();
if (/^\/inbox\/(laporan\/.*)?$/.test(location.pathname)) prefetchList(queryClient, location.search);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Themed>
      <CrashBoundary>
        <QueryClientProvider client={queryClient}>
          <BrowserRouter basename="/inbox" useTransitions={false}>
            <AppRoutes />
          </BrowserRouter>
        </QueryClientProvider>
      </CrashBoundary>
      <Notifications position="bottom-left" autoClose={6000} zIndex={500} />
    </Themed>
  </StrictMode>,
);

// After the screens: on a slow line both would wait for each other.
if (import.meta.env.PROD) window.addEventListener('load', () => void keepShell().catch(() => undefined));
