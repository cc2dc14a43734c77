import { Injectable } from '@nestjs/common';
import {
  ConversationRepository,
  IdentityRepository,
  identityKey,
  ThreadRepository,
  type Queryable,
  type SeenIdentity,
} from '@app/database';
import { ConnectorRegistry } from '@app/connector-kit';
import type { InboundAuthor, InboundMessage } from '@app/report-model';
import { BatchState } from './batch-state.js';
import type { NormalisedItem } from './normalise-events.js';

/** Loads everything that planning a batch needs, in a fixed number of statements however large the batch. */
@Injectable()
export class LoadBatchStateService {
  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly identities: IdentityRepository,
    private readonly conversations: ConversationRepository,
    private readonly threads: ThreadRepository,
  ) {}

  async load(tx: Queryable, items: readonly NormalisedItem[]): Promise<BatchState> {
    const state = new BatchState();
    await this.loadPeople(tx, items, state);
    await this.loadConversations(tx, items, state);
    await this.loadMessages(tx, items, state);
    await this.loadReports(tx, items, state);
    return state;
  }

  /** The key under which `author` of `item` is found in the state. */
  identityKeyOf(item: NormalisedItem, author: InboundAuthor): string {
    return identityKey(this.scopeOf(item), author.externalId);
  }

  private scopeOf(item: NormalisedItem): string {
    const { identityScope, code } = this.registry.get(item.event.channel).descriptor;
    return identityScope === 'channel' ? code : item.event.connectionId;
  }

  private async loadPeople(
    tx: Queryable,
    items: readonly NormalisedItem[],
    state: BatchState,
  ): Promise<void> {
    const seen = items.flatMap((item): SeenIdentity[] =>
      authorsOf(item).map((author) => ({
        scope: this.scopeOf(item),
        externalId: author.externalId,
        channel: item.event.channel,
        displayName: nameOf(author),
        fallbackName: 'Tanpa nama',
        handle: author.handle,
        phone: author.phone,
        email: author.email,
        isAnonymous: author.isAnonymous ?? false,
      })),
    );
    for (const [key, identity] of await this.identities.resolve(tx, seen))
      state.identities.set(key, identity);
  }

  private async loadConversations(
    tx: Queryable,
    items: readonly NormalisedItem[],
    state: BatchState,
  ): Promise<void> {
    const seen = items.flatMap((item) => {
      const message = messageOf(item);
      return message ? [{ connectionId: item.event.connectionId, ...message.conversation }] : [];
    });
    for (const [key, id] of await this.conversations.resolve(tx, seen)) state.conversations.set(key, id);
  }

  private async loadMessages(
    tx: Queryable,
    items: readonly NormalisedItem[],
    state: BatchState,
  ): Promise<void> {
    const keys = items.flatMap((item) =>
      externalIdsOf(item).map((externalId) => ({ connectionId: item.event.connectionId, externalId })),
    );
    for (const message of await this.threads.messages(tx, keys)) state.putMessage(message);
    for (const reply of await this.threads.replies(tx, keys)) state.putReply(reply);
    const albums = items.flatMap((item) => {
      const message = messageOf(item);
      const conversationId =
        message && state.conversations.get(`${item.event.connectionId} ${message.conversation.externalId}`);
      return message?.albumId && conversationId ? [{ conversationId, albumId: message.albumId }] : [];
    });
    for (const album of await this.threads.albums(tx, albums)) state.putAlbum(album);
  }

  private async loadReports(
    tx: Queryable,
    items: readonly NormalisedItem[],
    state: BatchState,
  ): Promise<void> {
    const pairs: { conversationId: string; contactId: string }[] = [];
    const ids: string[] = [];
    const tickets: string[] = [];
    for (const item of items) {
      for (const externalId of externalIdsOf(item)) {
        const { connectionId } = item.event;
        const reportId =
          state.message(connectionId, externalId)?.reportId ??
          state.reply(connectionId, externalId)?.reportId;
        if (reportId) ids.push(reportId);
      }
      const message = messageOf(item);
      if (!message) continue;
      const conversationId = state.conversations.get(
        `${item.event.connectionId} ${message.conversation.externalId}`,
      );
      const identity = state.identities.get(this.identityKeyOf(item, message.author));
      if (conversationId && identity) pairs.push({ conversationId, contactId: identity.contactId });
      if (message.ticketCode) tickets.push(message.ticketCode);
      if (message.mentionedTicketCode) tickets.push(message.mentionedTicketCode);
    }
    for (const report of await this.threads.newestReports(tx, pairs)) state.putReport(report);
    for (const report of await this.threads.reports(tx, ids, tickets)) state.putReport(report);
  }
}

/** The message that an event carries whole, if any. */
export function messageOf(item: NormalisedItem): InboundMessage | undefined {
  const { normalised } = item;
  return normalised.kind === 'message' || normalised.kind === 'edit' ? normalised.message : undefined;
}

function authorsOf(item: NormalisedItem): InboundAuthor[] {
  if (item.normalised.kind === 'reaction') return [item.normalised.author];
  const message = messageOf(item);
  return message ? [message.author] : [];
}

function externalIdsOf({ normalised }: NormalisedItem): string[] {
  switch (normalised.kind) {
    case 'message':
    case 'edit':
      return [normalised.message.externalId, normalised.message.replyToExternalId].filter(
        (id) => id !== undefined,
      );
    case 'deletion':
    case 'reaction':
      return [normalised.messageExternalId];
    case 'delivery-update':
      return [normalised.replyExternalId];
    case 'conversation-moved':
    case 'ignored':
      return [];
  }
}

function nameOf(author: InboundAuthor): string | undefined {
  if (author.isAnonymous) return 'Anonim';
  return author.displayName?.trim() || (author.handle ? `@${author.handle}` : undefined);
}
