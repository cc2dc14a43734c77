import { Injectable } from '@nestjs/common';
import { Database, ReplyRepository, type Queryable, type ReplyTargetRow } from '@app/database';
import { ConnectorRegistry, type LengthUnit, type ReplySender } from '@app/connector-kit';

export interface ReplyOptions {
  readonly isAllowed: boolean;
  readonly reason: { readonly id: string; readonly en: string } | null;
  readonly until: Date | null;
  readonly isPublic: boolean;
  readonly maxTextLength: number;
  readonly lengthUnit: LengthUnit;
}

const NO_REPLIES = {
  id: 'Kanal ini hanya menerima pesan; jawab lewat jalur lain.',
  en: 'This channel only receives messages; answer another way.',
};

const PAUSED = {
  id: 'Koneksi ini dijeda; lanjutkan dahulu di halaman Koneksi.',
  en: 'This connection is paused; resume it on the connections page first.',
};

/** What the reply box must know before anyone types. */
@Injectable()
export class DescribeReplyOptionsService {
  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly replies: ReplyRepository,
    private readonly database: Database,
  ) {}

  async describe(channel: string, reportId: string): Promise<ReplyOptions> {
    const sender = this.senderOf(channel);
    const target = await this.replies.target(this.database, reportId);
    if (!sender || !target) {
      return {
        isAllowed: false,
        reason: NO_REPLIES,
        until: null,
        isPublic: false,
        maxTextLength: 0,
        lengthUnit: 'utf16',
      };
    }
    return this.optionsOf(sender, target);
  }

  optionsOf(sender: ReplySender<unknown>, target: ReplyTargetRow): ReplyOptions {
    const availability = sender.availability(
      {
        conversation: {
          externalId: target.conversationExternalId,
          kind: target.conversationKind,
          lastInboundAt: target.conversationLastInboundAt,
        },
        inReplyTo: { externalId: target.inReplyToExternalId, sentAt: target.inReplyToSentAt },
        recipient: {
          externalId: target.recipientExternalId,
          ...(target.recipientHandle ? { handle: target.recipientHandle } : {}),
        },
      },
      new Date(),
    );
    const limits = { maxTextLength: sender.maxTextLength, lengthUnit: sender.lengthUnit };
    if (target.isConnectionPaused) {
      return { isAllowed: false, reason: PAUSED, until: null, isPublic: false, ...limits };
    }
    return availability.isAllowed
      ? {
          isAllowed: true,
          reason: null,
          until: availability.until ?? null,
          isPublic: availability.isPublic,
          ...limits,
        }
      : { isAllowed: false, reason: availability.reason, until: null, isPublic: false, ...limits };
  }

  senderOf(channel: string): ReplySender<unknown> | undefined {
    return this.registry.has(channel) ? this.registry.get(channel).replies : undefined;
  }

  async target(tx: Queryable, reportId: string): Promise<ReplyTargetRow | null> {
    return this.replies.target(tx, reportId);
  }
}
