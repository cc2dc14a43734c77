import { RunningProcessRepository } from './repositories/running-process.repository.js';
import { AuditSearchRepository } from './repositories/audit-search.repository.js';
import { StorageRepository } from './repositories/storage.repository.js';
import { CorrectionRepository } from './repositories/correction.repository.js';
import { ModelQualityRepository } from './repositories/model-quality.repository.js';
import { ModelVersionRepository } from './repositories/model-version.repository.js';
import { ShadowRepository } from './repositories/shadow.repository.js';
import { ReportExportRepository } from './repositories/report-export.repository.js';
import { ActivityRepository } from './repositories/activity.repository.js';
import { OutgoingWebhookRepository } from './repositories/outgoing-webhook.repository.js';
import { ContactRepository } from './repositories/contact.repository.js';
import { EventDetailRepository } from './repositories/event-detail.repository.js';
import { SuccessionRepository } from './repositories/succession.repository.js';
import { FormPhotoRepository } from './repositories/form-photo.repository.js';
import { ReportRatingRepository } from './repositories/report-rating.repository.js';
import { FirstStepsRepository } from './repositories/first-steps.repository.js';
import { SampleDataRepository } from './repositories/sample-data.repository.js';
import { RoutableReportRepository } from './repositories/routable-report.repository.js';
import { RoutingRuleRepository } from './repositories/routing-rule.repository.js';
import { LexiconRepository } from './repositories/lexicon.repository.js';
import { PlaceAliasRepository } from './repositories/place-alias.repository.js';
import { VocabularyRepository } from './repositories/vocabulary.repository.js';
import { GapRepository } from './repositories/gap.repository.js';
import { NoticeRepository } from './repositories/notice.repository.js';
import { SimilarityRepository } from './repositories/similarity.repository.js';
import { IncidentRepository } from './repositories/incident.repository.js';
import { ReportTallyRepository } from './repositories/report-tally.repository.js';
import { DecisionQualityRepository } from './repositories/decision-quality.repository.js';
import { OverviewRepository } from './repositories/overview.repository.js';
import { UsageRepository } from './repositories/usage.repository.js';
import { RateLimitRepository } from './repositories/rate-limit.repository.js';
import { PublicReportRepository } from './repositories/public-report.repository.js';
import { QuarantineRepository } from './repositories/quarantine.repository.js';
import { ReconciliationRepository } from './repositories/reconciliation.repository.js';
import { AttachmentRepository } from './repositories/attachment.repository.js';
import { MediaFileRepository } from './repositories/media-file.repository.js';
import { ReplyAttemptRepository } from './repositories/reply-attempt.repository.js';
import { ReplyFileRepository } from './repositories/reply-file.repository.js';
import { AnswerTemplateRepository } from './repositories/answer-template.repository.js';
import { PresenceRepository } from './repositories/presence.repository.js';
import { BulkJobRepository } from './repositories/bulk-job.repository.js';
import { ReportMarkRepository } from './repositories/report-mark.repository.js';
import { SavedViewRepository } from './repositories/saved-view.repository.js';
import { ReplyDraftRepository } from './repositories/reply-draft.repository.js';
import { ReportNoteRepository } from './repositories/report-note.repository.js';
import { UserNoticeRepository } from './repositories/user-notice.repository.js';
import { ReportLanguageRepository } from './repositories/report-language.repository.js';
import { ReportFactsRepository } from './repositories/report-facts.repository.js';
import { ReplyRepository } from './repositories/reply.repository.js';
import { ClockRepository } from './repositories/clock.repository.js';
import { CaseworkRepository } from './repositories/casework.repository.js';
import { ReportDetailRepository } from './repositories/report-detail.repository.js';
import { RegionOutlineRepository } from './repositories/region-outline.repository.js';
import { ReportPlaceRepository } from './repositories/report-place.repository.js';
import { ReportListRepository } from './repositories/report-list.repository.js';
import { ConnectionRepository } from './repositories/connection.repository.js';
import { ThreadRepository } from './repositories/thread.repository.js';
import { MessageChangeRepository } from './repositories/message-change.repository.js';
import { LedgerRepository } from './repositories/ledger.repository.js';
import { IntakeRepository } from './repositories/intake.repository.js';
import { FormerIdRepository } from './repositories/former-id.repository.js';
import { IdentityRepository } from './repositories/identity.repository.js';
import { ConversationRepository } from './repositories/conversation.repository.js';
import { AccountRepository } from './repositories/account.repository.js';
import { AgencyRepository } from './repositories/agency.repository.js';
import { ApiTokenRepository } from './repositories/api-token.repository.js';
import { AuditRepository } from './repositories/audit.repository.js';
import { OneTimeLinkRepository } from './repositories/one-time-link.repository.js';
import { SessionRepository } from './repositories/session.repository.js';
import { TrackingRepository } from './repositories/tracking.repository.js';
import { SettingRepository } from './repositories/setting.repository.js';
import { ChangeFeedRepository } from './repositories/change-feed.repository.js';
import { ErasureRequestRepository } from './repositories/erasure-request.repository.js';
import { ErasureRepository } from './repositories/erasure.repository.js';
import { LegalHoldRepository } from './repositories/legal-hold.repository.js';
import { RetentionRepository } from './repositories/retention.repository.js';
import { RetentionRunRepository } from './repositories/retention-run.repository.js';

/** Every repository, for the module that provides them. */
export const REPOSITORIES = [
  RunningProcessRepository,
  StorageRepository,
  AuditSearchRepository,
  CorrectionRepository,
  ModelQualityRepository,
  ModelVersionRepository,
  ShadowRepository,
  PublicReportRepository,
  QuarantineRepository,
  RateLimitRepository,
  ReportTallyRepository,
  DecisionQualityRepository,
  OverviewRepository,
  UsageRepository,
  ActivityRepository,
  NoticeRepository,
  EventDetailRepository,
  FormPhotoRepository,
  ReportRatingRepository,
  FirstStepsRepository,
  SampleDataRepository,
  ErasureRepository,
  ErasureRequestRepository,
  LegalHoldRepository,
  RetentionRepository,
  RetentionRunRepository,
  RoutableReportRepository,
  RoutingRuleRepository,
  LexiconRepository,
  PlaceAliasRepository,
  VocabularyRepository,
  GapRepository,
  SuccessionRepository,
  ContactRepository,
  OutgoingWebhookRepository,
  ReconciliationRepository,
  AttachmentRepository,
  MediaFileRepository,
  ReplyAttemptRepository,
  AnswerTemplateRepository,
  PresenceRepository,
  BulkJobRepository,
  ReplyDraftRepository,
  ReportMarkRepository,
  SavedViewRepository,
  ReplyFileRepository,
  ReportNoteRepository,
  UserNoticeRepository,
  ReplyRepository,
  CaseworkRepository,
  ClockRepository,
  ReportDetailRepository,
  ReportExportRepository,
  ReportFactsRepository,
  ReportLanguageRepository,
  ReportListRepository,
  ReportPlaceRepository,
  RegionOutlineRepository,
  ConnectionRepository,
  ThreadRepository,
  MessageChangeRepository,
  LedgerRepository,
  IntakeRepository,
  FormerIdRepository,
  IdentityRepository,
  ConversationRepository,
  ChangeFeedRepository,
  AccountRepository,
  AgencyRepository,
  ApiTokenRepository,
  AuditRepository,
  OneTimeLinkRepository,
  SessionRepository,
  SettingRepository,
  TrackingRepository,
  SimilarityRepository,
  IncidentRepository,
];
