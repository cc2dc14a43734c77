import type {
  KnownAlbum,
  KnownIdentity,
  KnownMessage,
  KnownReply,
  KnownReport,
  UnknownReply,
  UncertainReply,
} from '@app/database';

/** What is known while a batch is planned: what the database had, overlaid with what the batch itself decided. */
export class BatchState {
  readonly identities = new Map<string, KnownIdentity>();
  readonly conversations = new Map<string, string>();
  /** Answers that a watermark is about, by the event's id. */
  readonly repliesUpTo = new Map<string, readonly KnownReply[]>();
  private readonly messages = new Map<string, KnownMessage>();
  private readonly replies = new Map<string, KnownReply>();
  private readonly unknownReplies = new Map<string, UnknownReply>();
  private readonly uncertain = new Map<string, readonly UncertainReply[]>();
  private readonly albums = new Map<string, KnownAlbum>();
  private readonly reportsById = new Map<string, KnownReport>();
  private readonly newestReport = new Map<string, KnownReport>();
  private readonly reportsByTicket = new Map<string, KnownReport>();

  message(connectionId: string, externalId: string | undefined): KnownMessage | undefined {
    return externalId === undefined ? undefined : this.messages.get(key(connectionId, externalId));
  }

  putMessage(message: KnownMessage): void {
    this.messages.set(key(message.connectionId, message.externalId), message);
  }

  reply(connectionId: string, externalId: string | undefined): KnownReply | undefined {
    return externalId === undefined ? undefined : this.replies.get(key(connectionId, externalId));
  }

  putReply(reply: KnownReply): void {
    this.replies.set(key(reply.connectionId, reply.externalId), reply);
  }

  /** An answer that may have gone out, by the key that it carried. */
  unknownReply(connectionId: string, idempotencyKey: string | undefined): UnknownReply | undefined {
    return idempotencyKey === undefined
      ? undefined
      : this.unknownReplies.get(key(connectionId, idempotencyKey));
  }

  putUnknownReply(reply: UnknownReply): void {
    this.unknownReplies.set(key(reply.connectionId, reply.idempotencyKey), reply);
  }

  /** Answers of the conversation that are being sent, or whose fate is unknown; oldest first. */
  uncertainReplies(conversationId: string): readonly UncertainReply[] {
    return this.uncertain.get(conversationId) ?? [];
  }

  putUncertainReply(reply: UncertainReply): void {
    this.uncertain.set(reply.conversationId, [...this.uncertainReplies(reply.conversationId), reply]);
  }

  /** It is certain now. */
  settleReply({ conversationId, id }: UncertainReply): void {
    this.uncertain.set(
      conversationId,
      this.uncertainReplies(conversationId).filter((reply) => reply.id !== id),
    );
  }

  album(conversationId: string, albumId: string | undefined): KnownAlbum | undefined {
    return albumId === undefined ? undefined : this.albums.get(key(conversationId, albumId));
  }

  putAlbum(album: KnownAlbum): void {
    this.albums.set(key(album.conversationId, album.albumId), album);
  }

  report(id: string | undefined): KnownReport | undefined {
    return id === undefined ? undefined : this.reportsById.get(id);
  }

  reportByTicket(ticketCode: string | undefined): KnownReport | undefined {
    return ticketCode === undefined ? undefined : this.reportsByTicket.get(ticketCode);
  }

  /** The newest report of a person in a conversation. */
  newest(conversationId: string, contactId: string): KnownReport | undefined {
    return this.newestReport.get(key(conversationId, contactId));
  }

  putReport(report: KnownReport): void {
    this.reportsById.set(report.id, report);
    this.reportsByTicket.set(report.ticketCode, report);
    const pair = key(report.conversationId, report.contactId);
    const newest = this.newestReport.get(pair);
    if (!newest || newest.id === report.id || newest.lastMessageAt <= report.lastMessageAt) {
      this.newestReport.set(pair, report);
    }
  }

  /** The open report with the latest message in a conversation, whoever wrote it. */
  latestInConversation(conversationId: string): KnownReport | undefined {
    let latest: KnownReport | undefined;
    for (const report of this.reportsById.values()) {
      if (report.conversationId !== conversationId) continue;
      if (!latest || report.lastMessageAt > latest.lastMessageAt) latest = report;
    }
    return latest;
  }
}

function key(first: string, second: string): string {
  return `${first} ${second}`;
}
