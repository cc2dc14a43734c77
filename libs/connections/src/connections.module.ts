import { Module } from '@nestjs/common';
import { CheckHealthService } from './check-health.service.js';
import { CreateFirstFormService } from './create-first-form.service.js';
import { ManageConnectionService } from './manage-connection.service.js';
import { NoteGapService } from './note-gap.service.js';
import { OpenConnectionService } from './open-connection.service.js';
import { OpenSessions } from './open-sessions.js';
import { RecordHealthService } from './record-health.service.js';
import { RecordSessionStateService } from './record-session-state.service.js';
import { RegisterWebhookService } from './register-webhook.service.js';
import { TakeOverService } from './take-over.service.js';
import { WatchSilenceService } from './watch-silence.service.js';

const SERVICES = [
  CheckHealthService,
  CreateFirstFormService,
  ManageConnectionService,
  OpenConnectionService,
  OpenSessions,
  NoteGapService,
  RecordHealthService,
  RecordSessionStateService,
  RegisterWebhookService,
  TakeOverService,
  WatchSilenceService,
];

/** Needs ConnectorRegistry, SECRET_SEALER and ALLOWS_PRIVATE_ADDRESSES from a global module of the application. */
@Module({ providers: SERVICES, exports: SERVICES })
export class ConnectionsModule {}
