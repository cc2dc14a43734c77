import { Module, type DynamicModule } from '@nestjs/common';
import { RuntimeModule } from '../../runtime/src/runtime.module.js';
import { AgenciesModule } from './agencies/agencies.module.js';
import type { ApiConfig } from './api.config.js';
import { ApiTokensModule } from './api-tokens/api-tokens.module.js';
import { AttachmentsModule } from './attachments/attachments.module.js';
import { AuditLogModule } from './audit-log/audit-log.module.js';
import { ClockRulesModule } from './clock-rules/clock-rules.module.js';
import { CitizenPagesModule } from './citizen-pages/citizen-pages.module.js';
import { ConnectionsApiModule } from './connections/connections-api.module.js';
import { ContactsModule } from './contacts/contacts.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { FirstStepsModule } from './first-steps/first-steps.module.js';
import { HealthModule } from './health/health.module.js';
import { HostedApisModule } from './hosted-apis/hosted-apis.module.js';
import { HttpModule } from './http/http.module.js';
import { IncidentsModule } from './incidents/incidents.module.js';
import { LexiconApiModule } from './lexicon/lexicon-api.module.js';
import { LiveModule } from './live/live.module.js';
import type { Logger } from './logging/logger.js';
import { MapModule } from './map/map.module.js';
import { ModelApiModule } from './model/model-api.module.js';
import { OpenApiModule } from './openapi/openapi.module.js';
import { OutgoingWebhooksApiModule } from './outgoing-webhooks/outgoing-webhooks-api.module.js';
import { PlaceAliasesModule } from './place-aliases/place-aliases.module.js';
import { RepliesApiModule } from './replies/replies-api.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { RetentionApiModule } from './retention/retention-api.module.js';
import { RoutingRulesModule } from './routing-rules/routing-rules.module.js';
import { SessionModule } from './session/session.module.js';
import { SettingsModule } from './settings/settings.module.js';
import { ShellModule } from './shell.module.js';
import { OverviewModule } from './overview/overview.module.js';
import { SystemHealthModule } from './system-health/system-health.module.js';
import { TaxonomyApiModule } from './taxonomy/taxonomy-api.module.js';
import { SortingModule } from './sorting/sorting.module.js';
import { TeamworkModule } from './teamwork/teamwork.module.js';
import { UsersModule } from './users/users.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';

/** What the API serves: add a feature's module here. */
const FEATURES = [
  AgenciesModule,
  ApiTokensModule,
  AttachmentsModule,
  AuditLogModule,
  CitizenPagesModule,
  ClockRulesModule,
  ConnectionsApiModule,
  ContactsModule,
  ExportsModule,
  FirstStepsModule,
  HealthModule,
  HostedApisModule,
  IncidentsModule,
  LexiconApiModule,
  LiveModule,
  MapModule,
  ModelApiModule,
  OpenApiModule,
  OutgoingWebhooksApiModule,
  PlaceAliasesModule,
  RepliesApiModule,
  ReportsModule,
  RetentionApiModule,
  RoutingRulesModule,
  SessionModule,
  SettingsModule,
  OverviewModule,
  SystemHealthModule,
  TaxonomyApiModule,
  SortingModule,
  TeamworkModule,
  UsersModule,
  WebhooksModule,
];

@Module({})
export class AppModule {
  static forRoot(config: ApiConfig, logger: Logger): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ShellModule.forRoot(config, logger),
        RuntimeModule.forRoot({ ...config, applicationName: 'wadah-api' }),
        HttpModule,
        ...FEATURES,
      ],
    };
  }
}
