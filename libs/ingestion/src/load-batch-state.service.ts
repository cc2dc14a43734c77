import { Injectable } from '@nestjs/common';
import {
  conversationKey,
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
import { FollowMovesService, type CurrentIds } from './follow-moves.service.js';
import type { NormalisedItem } from './normalise-events.js';

/** Loads everything that planning a batch needs, in a fixed number of statements however large the batch. */
@Injectable()
export class LoadBatchStateService {
  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly identities: IdentityRepository,
    private readonly conversations: ConversationRepository,
    private readonly threads: ThreadRepository,
    private readonly moves: FollowMovesService,
  ) {}

  async load(tx: Queryable, items: readonly NormalisedItem[]): Promise<BatchState> {
    const state = new BatchState();
    const ids = await this.moves.follow(tx, items);
    await this.loadPeople(tx, items, ids, state);
    await this.loadConversations(tx, items, ids, state);
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
    ids: CurrentIds,
    state: BatchState,
  ): Promise<void> {
    const seen = items.flatMap((item): SeenIdentity[] =>
      authorsOf(item).map((author) => ({
        scope: this.scopeOf(item),
        externalId: ids.identity(this.scopeOf(item), author.externalId),
        channel: item.event.channel,
        displayName: nameOf(author),
        fallbackName: 'Tanpa nama',
        handle: author.handle,
        phone: author.phone,
        email: author.email,
        isAnonymous: author.isAnonymous ?? false,
      })),
    );
    const known = await this.identities.resolve(tx, seen);
    for (const item of items) {
      const scope = this.scopeOf(item);
      for (const { externalId } of authorsOf(item)) {
        const identity = known.get(identityKey(scope, ids.identity(scope, externalId)));
        // Found under whichever name the event gives.
        if (identity) state.identities.set(identityKey(scope, externalId), identity);
      }
    }
  }

  private async loadConversations(
    tx: Queryable,
    items: readonly NormalisedItem[],
    ids: CurrentIds,
    state: BatchState,
  ): Promise<void> {
    const placed = items.flatMap((item) => {
      const message = messageOf(item);
      const { connectionId } = item.event;
      return message ? [{ connectionId, conversation: message.conversation }] : [];
    });
    const seen = placed.map(({ connectionId, conversation: { externalId, kind, title } }) => {
      return { connectionId, externalId: ids.conversation(connectionId, externalId), kind, title };
    });
    const known = await this.conversations.resolve(tx, seen);
    for (const { connectionId, conversation } of placed) {
      const id = known.get(
        conversationKey(connectionId, ids.conversation(connectionId, conversation.externalId)),
      );
      if (id) state.conversations.set(conversationKey(connectionId, conversation.externalId), id);
    }
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
    const unknown = items.flatMap(({ event, normalised }) =>
      normalised.kind === 'delivery-update' && normalised.idempotencyKey
        ? [{ connectionId: event.connectionId, idempotencyKey: normalised.idempotencyKey }]
        : [],
    );
    for (const reply of await this.threads.repliesOfUnknownFate(tx, unknown)) state.putUnknownReply(reply);
    await this.loadWatermarks(tx, items, state);
    const albums = items.flatMap((item) => {
      const message = messageOf(item);
      const conversationId =
        message && state.conversations.get(`${item.event.connectionId} ${message.conversation.externalId}`);
      return message?.albumId && conversationId ? [{ conversationId, albumId: message.albumId }] : [];
    });
    for (const album of await this.threads.albums(tx, albums)) state.putAlbum(album);
  }

  private async loadWatermarks(
    tx: Queryable,
    items: readonly NormalisedItem[],
    state: BatchState,
  ): Promise<void> {
    const marks = items.flatMap(({ event, normalised }) => {
      if (normalised.kind !== 'delivery-watermark') return [];
      const { conversationExternalId, upTo } = normalised;
      return [{ event, connectionId: event.connectionId, conversationExternalId, upTo: new Date(upTo) }];
    });
    const found = await this.threads.repliesUpTo(tx, marks);
    for (const [position, { event }] of marks.entries()) {
      state.repliesUpTo.set(
        event.id,
        found.filter((reply) => reply.position === position),
      );
    }
  }

  private async loadReports(
    tx: Queryable,
    items: readonly NormalisedItem[],
    state: BatchState,
  ): Promise<void> {
    const pairs: { conversationId: string; contactId: string }[] = [];
    const ids: string[] = [];
    const tickets: string[] = [];
    const answered: string[] = [];
    for (const item of items) {
      for (const externalId of externalIdsOf(item)) {
        const { connectionId } = item.event;
        const reportId =
          state.message(connectionId, externalId)?.reportId ??
          state.reply(connectionId, externalId)?.reportId;
        if (reportId) ids.push(reportId);
      }
      for (const { reportId } of state.repliesUpTo.get(item.event.id) ?? []) ids.push(reportId);
      if (item.normalised.kind === 'delivery-update') {
        const reply = state.unknownReply(item.event.connectionId, item.normalised.idempotencyKey);
        if (reply) ids.push(reply.reportId);
      }
      const message = messageOf(item);
      if (!message) continue;
      const conversationId = state.conversations.get(
        `${item.event.connectionId} ${message.conversation.externalId}`,
      );
      const identity = state.identities.get(this.identityKeyOf(item, message.author));
      // A colleague answers whoever the private chat is with.
      const isOursInPrivate = message.author.isOurs && message.conversation.kind === 'private';
      if (conversationId && isOursInPrivate) answered.push(conversationId);
      else if (conversationId && identity) pairs.push({ conversationId, contactId: identity.contactId });
      if (message.ticketCode) tickets.push(message.ticketCode);
      if (message.mentionedTicketCode) tickets.push(message.mentionedTicketCode);
    }
    const ours = items.filter((item) => messageOf(item)?.author.isOurs);
    for (const reply of await this.threads.uncertainReplies(tx, conversationsOf(ours, state))) {
      state.putUncertainReply(reply);
      ids.push(reply.reportId);
    }
    for (const report of await this.threads.newestReports(tx, pairs)) state.putReport(report);
    for (const report of await this.threads.newestReportsOf(tx, answered)) state.putReport(report);
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
    case 'delivery-watermark':
    case 'conversation-moved':
    case 'identity-moved':
    case 'reachability':
    case 'ignored':
      return [];
  }
}

function nameOf(author: InboundAuthor): string | undefined {
  if (author.isAnonymous) return 'Anonim';
  return author.displayName?.trim() || (author.handle ? `@${author.handle}` : undefined);
}

function conversationsOf(items: readonly NormalisedItem[], state: BatchState): string[] {
  return items.flatMap((item) => {
    const externalId = messageOf(item)?.conversation.externalId;
    return state.conversations.get(`${item.event.connectionId} ${externalId}`) ?? [];
  });
}
