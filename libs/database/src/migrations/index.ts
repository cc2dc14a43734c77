import { FirstSlice1763900000000 } from './1763900000000-first-slice.js';
import { Media1795645266973 } from './1795645266973-media.js';
import { SignInAttempts1763900001000 } from './1763900001000-sign-in-attempts.js';
import { RateBuckets1795644972522 } from './1795644972522-rate-buckets.js';
import { SessionState1795645041687 } from './1795645041687-session-state.js';
import { ConnectionGaps1795646594564 } from './1795646594564-connection-gaps.js';
import { ActivityAndNotices1795645513995 } from './1795645513995-activity-and-notices.js';
import { LegalClocks1795646279196 } from './1795646279196-legal-clocks.js';
import { FormerIds1795646537639 } from './1795646537639-former-ids.js';
import { ContactMerges1795648153938 } from './1795648153938-contact-merges.js';
import { OutgoingWebhooks1795648800000 } from './1795648800000-outgoing-webhooks.js';
import { PendingByConnection1795649959327 } from './1795649959327-pending-by-connection.js';
import { NotesAndDrafts1795671600000 } from './1795671600000-notes-and-drafts.js';
import { AnswerTemplatesAndApproval1795671700000 } from './1795671700000-answer-templates-and-approval.js';
import { UnsureLane1795672900000 } from './1795672900000-unsure-lane.js';
import { ReportFacts1795675600000 } from './1795675600000-report-facts.js';
import { SnoozeTagsViewsBulk1795673500000 } from './1795673500000-snooze-tags-views-bulk.js';
import { Incidents1795677000000 } from './1795677000000-incidents.js';
import { ReplyAttempts1795647741799 } from './1795647741799-reply-attempts.js';
import { ReportsOfConnection1795671957274 } from './1795671957274-reports-of-connection.js';
import { EventDetails1795672700000 } from './1795672700000-event-details.js';
import { Learning1795689312886 } from './1795689312886-learning.js';
import { MillionReports1795691148107 } from './1795691148107-million-reports.js';
import { ApiTokenLimits1795691677845 } from './1795691677845-api-token-limits.js';
import { DeletionRuleOfConnection1795692000000 } from './1795692000000-deletion-rule-of-connection.js';
import { RunningProcesses1795706700000 } from './1795706700000-running-processes.js';
import { ClosedConversations1795706800000 } from './1795706800000-closed-conversations.js';
import { RegionMap1795708100000 } from './1795708100000-region-map.js';
import { CitizensWishes1795707000000 } from './1795707000000-citizens-wishes.js';
import { AuditSearch1795707900000 } from './1795707900000-audit-search.js';
import { ReplyChoices1795708000000 } from './1795708000000-reply-choices.js';
import { SampleConnections1795709000000 } from './1795709000000-sample-connections.js';
import { RoutingRules1795710000000 } from './1795710000000-routing-rules.js';
import { Lexicon1795711000000 } from './1795711000000-lexicon.js';
import { Retention1795720000000 } from './1795720000000-retention.js';
import { PlaceAliases1795721000000 } from './1795721000000-place-aliases.js';
import { ErasedEvents1795722000000 } from './1795722000000-erased-events.js';
import { ReportTallies1795802000000 } from './1795802000000-report-tallies.js';
import { RatedAndOldRows1795802001000 } from './1795802001000-rated-and-old-rows.js';
import { ErasureRequests1795803000000 } from './1795803000000-erasure-requests.js';
import { DecisionsByTime1795803000010 } from './1795803000010-decisions-by-time.js';
import { VocabularyOfReport1795803000020 } from './1795803000020-vocabulary-of-report.js';
import { WaitingAndDelayed1795805000000 } from './1795805000000-waiting-and-delayed.js';
import { ReportLanguage1795804000000 } from './1795804000000-report-language.js';
import { UndecidedReplies1795804000010 } from './1795804000010-undecided-replies.js';
import { FlagsSource1795804000020 } from './1795804000020-flags-source.js';
import { ContactNames1795804000100 } from './1795804000100-contact-names.js';

/** In order; a migration is never edited after it has landed. */
export const MIGRATIONS = [
  FirstSlice1763900000000,
  SignInAttempts1763900001000,
  RateBuckets1795644972522,
  SessionState1795645041687,
  ActivityAndNotices1795645513995,
  ConnectionGaps1795646594564,
  Media1795645266973,
  LegalClocks1795646279196,
  FormerIds1795646537639,
  ContactMerges1795648153938,
  OutgoingWebhooks1795648800000,
  PendingByConnection1795649959327,
  ReplyAttempts1795647741799,
  ReportsOfConnection1795671957274,
  NotesAndDrafts1795671600000,
  AnswerTemplatesAndApproval1795671700000,
  EventDetails1795672700000,
  UnsureLane1795672900000,
  ReportFacts1795675600000,
  SnoozeTagsViewsBulk1795673500000,
  Incidents1795677000000,
  Learning1795689312886,
  MillionReports1795691148107,
  ApiTokenLimits1795691677845,
  DeletionRuleOfConnection1795692000000,
  RunningProcesses1795706700000,
  ClosedConversations1795706800000,
  CitizensWishes1795707000000,
  AuditSearch1795707900000,
  ReplyChoices1795708000000,
  RegionMap1795708100000,
  SampleConnections1795709000000,
  RoutingRules1795710000000,
  Lexicon1795711000000,
  Retention1795720000000,
  PlaceAliases1795721000000,
  ErasedEvents1795722000000,
  ReportTallies1795802000000,
  RatedAndOldRows1795802001000,
  ErasureRequests1795803000000,
  DecisionsByTime1795803000010,
  VocabularyOfReport1795803000020,
  ReportLanguage1795804000000,
  UndecidedReplies1795804000010,
  FlagsSource1795804000020,
  ContactNames1795804000100,
  WaitingAndDelayed1795805000000,
];
