import { Module } from '@nestjs/common';
import { ConnectionsModule } from '@app/connections';
import { DescribeReplyOptionsService } from './describe-reply-options.service.js';
import { MarkRepliesReadService } from './mark-replies-read.service.js';
import { RecordReplyOutcomeService } from './record-reply-outcome.service.js';
import { ResolveReplyService } from './resolve-reply.service.js';
import { SendReplyService } from './send-reply.service.js';
import { SweepRepliesService } from './sweep-replies.service.js';
import { WriteReplyService } from './write-reply.service.js';

const SERVICES = [
  DescribeReplyOptionsService,
  MarkRepliesReadService,
  ResolveReplyService,
  SendReplyService,
  SweepRepliesService,
  WriteReplyService,
];

@Module({
  imports: [ConnectionsModule],
  providers: [...SERVICES, RecordReplyOutcomeService],
  exports: SERVICES,
})
export class RepliesModule {}
