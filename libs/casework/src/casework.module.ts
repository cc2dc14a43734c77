import { Module } from '@nestjs/common';
import { ClocksModule } from '@app/clocks';
import { AssignReportService } from './assign-report.service.js';
import { ChangeReportService } from './change-report.service.js';
import { ChangeStatusService } from './change-status.service.js';
import { CorrectFactsService } from './correct-facts.service.js';
import { RevealPersonalDataService } from './reveal-personal-data.service.js';
import { TaxonomyModule } from '@app/taxonomy';
import { CorrectClassService } from './correct-class.service.js';
import { DisposeReportService } from './dispose-report.service.js';
import { ExportReportsService } from './export-reports.service.js';
import { FindSimilarService } from './find-similar.service.js';
import { HoldLegallyService } from './hold-legally.service.js';
import { JoinIncidentService } from './join-incident.service.js';
import { ListReportsService } from './list-reports.service.js';
import { ManageRoutingRulesService } from './manage-routing-rules.service.js';
import { MergeContactsService } from './merge-contacts.service.js';
import { RateAnswerService } from './rate-answer.service.js';
import { ReadIncidentService } from './read-incident.service.js';
import { ReadDecisionQualityService } from './read-decision-quality.service.js';
import { ReadOverviewService } from './read-overview.service.js';
import { ReadReportService } from './read-report.service.js';
import { RefuseIncidentService } from './refuse-incident.service.js';
import { RunBulkService } from './run-bulk.service.js';
import { SnoozeReportService } from './snooze-report.service.js';
import { StartBulkService } from './start-bulk.service.js';
import { TagReportService } from './tag-report.service.js';
import { TryRoutingRulesService } from './try-routing-rules.service.js';
import { UndoChangeService } from './undo-change.service.js';
import { WriteNoteService } from './write-note.service.js';

const SERVICES = [
  AssignReportService,
  ChangeReportService,
  ChangeStatusService,
  CorrectClassService,
  CorrectFactsService,
  DisposeReportService,
  ExportReportsService,
  FindSimilarService,
  HoldLegallyService,
  JoinIncidentService,
  ListReportsService,
  ManageRoutingRulesService,
  MergeContactsService,
  RateAnswerService,
  ReadIncidentService,
  ReadDecisionQualityService,
  ReadOverviewService,
  ReadReportService,
  RefuseIncidentService,
  RevealPersonalDataService,
  RunBulkService,
  SnoozeReportService,
  StartBulkService,
  TagReportService,
  TryRoutingRulesService,
  UndoChangeService,
  WriteNoteService,
];

@Module({ imports: [ClocksModule, TaxonomyModule], providers: SERVICES, exports: SERVICES })
export class CaseworkModule {}
