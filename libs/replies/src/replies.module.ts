import { Module } from '@nestjs/common';
import { ConnectionsModule } from '@app/connections';
import { MediaModule } from '@app/media';
import { AddReplyFileService } from './add-reply-file.service.js';
import { AnswerIncidentService } from './answer-incident.service.js';
import { ApproveReplyService } from './approve-reply.service.js';
import { CheckReplyService } from './check-reply.service.js';
import { DescribeReplyOptionsService } from './describe-reply-options.service.js';
import { FindAnswerableService } from './find-answerable.service.js';
import { KeepReplyDraftService } from './keep-reply-draft.service.js';
import { ListReplyTemplatesService } from './list-reply-templates.service.js';
import { ManageAnswerTemplatesService } from './manage-answer-templates.service.js';
import { MarkRepliesReadService } from './mark-replies-read.service.js';
import { OutboundReplyService } from './outbound-reply.service.js';
import { PlanAnswerService } from './plan-answer.service.js';
import { PriceReplyService } from './price-reply.service.js';
import { RecordReplyOutcomeService } from './record-reply-outcome.service.js';
import { ResolveReplyService } from './resolve-reply.service.js';
import { SendReplyService } from './send-reply.service.js';
import { SweepRepliesService } from './sweep-replies.service.js';
import { WriteReplyService } from './write-reply.service.js';

const SERVICES = [
  AddReplyFileService,
  AnswerIncidentService,
  ApproveReplyService,
  CheckReplyService,
  DescribeReplyOptionsService,
  KeepReplyDraftService,
  ListReplyTemplatesService,
  ManageAnswerTemplatesService,
  MarkRepliesReadService,
  PriceReplyService,
  ResolveReplyService,
  SendReplyService,
  SweepRepliesService,
  WriteReplyService,
];

@Module({
  imports: [ConnectionsModule, MediaModule],
  providers: [
    ...SERVICES,
    FindAnswerableService,
    OutboundReplyService,
    PlanAnswerService,
    RecordReplyOutcomeService,
  ],
  exports: SERVICES,
})
export class RepliesModule {}
