import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { AppFrame } from './layout/app-frame.js';
import { NotFoundPage } from './layout/not-found-page.js';
import { RoleGate } from './layout/role-gate.js';
import { Waiting } from './layout/waiting.js';
import { NoReport } from './reports/no-report.js';
import { SessionGate } from './session/session-gate.js';

const SignInPage = lazy(() => import('./session/sign-in-page.js'));
const ActivationPage = lazy(() => import('./session/activation-page.js'));
const InboxPage = lazy(() => import('./reports/inbox-page.js'));
const ReportPage = lazy(() => import('./report/report-page.js'));
const PrintPage = lazy(() => import('./exports/print-page.js'));
const OverviewPage = lazy(() => import('./overview/overview-page.js'));
const ConnectionsPage = lazy(() => import('./connections/connections-page.js'));
const UsersPage = lazy(() => import('./people/users-page.js'));
const AgenciesPage = lazy(() => import('./agencies/agencies-page.js'));
const AnswerTemplatesPage = lazy(() => import('./answer-templates/answer-templates-page.js'));
const TaxonomyPage = lazy(() => import('./taxonomy/taxonomy-page.js'));
const LexiconPage = lazy(() => import('./lexicon/lexicon-page.js'));
const PlaceNamesPage = lazy(() => import('./place-names/place-names-page.js'));
const RoutingRulesPage = lazy(() => import('./routing-rules/routing-rules-page.js'));
const ModelPage = lazy(() => import('./model/model-page.js'));
const ApiTokensPage = lazy(() => import('./api-tokens/api-tokens-page.js'));
const ClockRulesPage = lazy(() => import('./clock-rules/clock-rules-page.js'));
const AuditLogPage = lazy(() => import('./audit-log/audit-log-page.js'));
const RetentionPage = lazy(() => import('./retention/retention-page.js'));
const SystemHealthPage = lazy(() => import('./system-health/system-health-page.js'));
const SettingsPage = lazy(() => import('./settings/settings-page.js'));

export function AppRoutes() {
  return (
    <Suspense fallback={<Waiting />}>
      <Routes>
        <Route path="masuk" element={<SignInPage />} />
        <Route path="aktivasi" element={<ActivationPage />} />
        <Route element={<SessionGate />}>
          <Route path="cetak" element={<PrintPage />} />
          <Route element={<AppFrame />}>
            <Route element={<InboxPage />}>
              <Route index element={<NoReport />} />
              <Route path="laporan/:reportId" element={<ReportPage />} />
            </Route>
            <Route element={<RoleGate />}>
              <Route path="ikhtisar" element={<OverviewPage />} />
              <Route path="koneksi" element={<ConnectionsPage />} />
              <Route path="pengguna" element={<UsersPage />} />
              <Route path="instansi" element={<AgenciesPage />} />
              <Route path="templat" element={<AnswerTemplatesPage />} />
              <Route path="topik" element={<TaxonomyPage />} />
              <Route path="kamus" element={<LexiconPage />} />
              <Route path="nama-tempat" element={<PlaceNamesPage />} />
              <Route path="aturan" element={<RoutingRulesPage />} />
              <Route path="model" element={<ModelPage />} />
              <Route path="token" element={<ApiTokensPage />} />
              <Route path="tenggat" element={<ClockRulesPage />} />
              <Route path="catatan" element={<AuditLogPage />} />
              <Route path="retensi" element={<RetentionPage />} />
              <Route path="kesehatan" element={<SystemHealthPage />} />
              <Route path="pengaturan" element={<SettingsPage />} />
            </Route>
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Route>
      </Routes>
    </Suspense>
  );
}
