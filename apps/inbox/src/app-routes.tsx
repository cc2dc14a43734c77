import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { NotFoundPage } from './layout/not-found-page.js';
import { Waiting } from './layout/waiting.js';
import { SessionGate } from './session/session-gate.js';

const SignInPage = lazy(() => import('./session/sign-in-page.js'));
const ActivationPage = lazy(() => import('./session/activation-page.js'));
const InboxPage = lazy(() => import('./reports/inbox-page.js'));

export function AppRoutes() {
  return (
    <Suspense fallback={<Waiting />}>
      <Routes>
        <Route path="masuk" element={<SignInPage />} />
        <Route path="aktivasi" element={<ActivationPage />} />
        <Route element={<SessionGate />}>
          <Route index element={<InboxPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Routes>
    </Suspense>
  );
}
