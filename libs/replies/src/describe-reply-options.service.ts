import { Injectable } from '@nestjs/common';
import {
  Database,
  ReplyRepository,
  SettingRepository,
  type Queryable,
  type ReplyTargetRow,
} from '@app/database';
import { ConnectorRegistry, type ReplySender, type ReplyTarget } from '@app/connector-kit';
import { NO_REPLIES, replyOptionsOf, type ReplyOptions } from './reply-options.js';

/** What can be answered to a report now, and how. */
@Injectable()
export class DescribeReplyOptionsService {
  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly replies: ReplyRepository,
    private readonly settings: SettingRepository,
    private readonly database: Database,
  ) {}

  async describe(channel: string, reportId: string): Promise<ReplyOptions> {
    const sender = this.senderOf(channel);
    const target = await this.replies.target(this.database, reportId);
    return sender && target ? this.optionsOf(this.database, sender, target) : NO_REPLIES;
  }

  async optionsOf(
    on: Queryable,
    sender: ReplySender<unknown>,
    target: ReplyTargetRow,
  ): Promise<ReplyOptions> {
    const { conversationClosed: reason } = target;
    const availability = reason
      ? ({ isAllowed: false, reason } as const)
      : sender.availability(targetOf(target), new Date());
    const maxFileBytes = await this.settings.maxMediaBytes(on);
    return replyOptionsOf(sender, availability, target, maxFileBytes);
  }

  senderOf(channel: string): ReplySender<unknown> | undefined {
    return this.registry.has(channel) ? this.registry.get(channel).replies : undefined;
  }

  async target(tx: Queryable, reportId: string): Promise<ReplyTargetRow | null> {
    return this.replies.target(tx, reportId);
  }
}

function targetOf(row: ReplyTargetRow): ReplyTarget {
  return {
    conversation: {
      externalId: row.conversationExternalId,
      kind: row.conversationKind,
      ...(row.conversationTitle ? { title: row.conversationTitle } : {}),
      lastInboundAt: row.conversationLastInboundAt,
    },
    inReplyTo: {
      externalId: row.inReplyToExternalId,
      sentAt: row.inReplyToSentAt,
      isAnsweredPrivately: row.isAnsweredPrivately,
    },
    recipient: {
      externalId: row.recipientExternalId,
      ...(row.recipientHandle ? { handle: row.recipientHandle } : {}),
    },
  };
}
