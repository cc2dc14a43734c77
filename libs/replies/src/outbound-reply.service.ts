import { Injectable } from '@nestjs/common';
import { ReplyFileRepository, type ReplyFileRow, type ReplyToSend } from '@app/database';
import { ConnectorError, type OutboundFile, type OutboundReply } from '@app/connector-kit';
import { MediaFolder } from '@app/media';

/** An answer as a connector gets it, with the bytes of its files. */
@Injectable()
export class OutboundReplyService {
  constructor(
    private readonly files: ReplyFileRepository,
    private readonly folder: MediaFolder,
  ) {}

  /** @throws ConnectorError `reply-refused` when a file is not there any more */
  async build(reply: ReplyToSend): Promise<OutboundReply> {
    const files = await Promise.all((await this.files.ofReply(reply.id)).map((row) => this.read(row)));
    return {
      text: reply.text,
      idempotencyKey: reply.idempotencyKey,
      ticketCode: reply.ticketCode,
      ...(reply.mode ? { mode: reply.mode } : {}),
      ...(reply.template ? { template: reply.template } : {}),
      ...(files.length > 0 ? { files } : {}),
      ...(reply.choices.length > 0 ? { choices: reply.choices } : {}),
      conversation: {
        externalId: reply.conversationExternalId,
        kind: reply.conversationKind,
        ...(reply.conversationTitle ? { title: reply.conversationTitle } : {}),
        lastInboundAt: reply.conversationLastInboundAt,
      },
      inReplyTo: { externalId: reply.inReplyToExternalId, sentAt: reply.inReplyToSentAt },
      recipient: {
        externalId: reply.recipientExternalId,
        ...(reply.recipientHandle ? { handle: reply.recipientHandle } : {}),
      },
    };
  }

  private async read({ fileName, mimeType, sha256 }: ReplyFileRow): Promise<OutboundFile> {
    const body = await this.folder.read(sha256).catch((cause: unknown) => {
      const message = `The file ${fileName} is not in the data folder any more; answer again without it`;
      throw new ConnectorError('reply-refused', message, { cause });
    });
    return { fileName, mimeType, body };
  }
}
