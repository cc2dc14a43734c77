import { Injectable } from '@nestjs/common';
import {
  ConversationRepository,
  FormerIdRepository,
  IdentityRepository,
  spacedKey,
  type Queryable,
  type SpacedId,
} from '@app/database';
import { ConnectorRegistry } from '@app/connector-kit';
import type { NormalisedItem } from './normalise-events.js';

type Kind = 'identity' | 'conversation';

interface Move {
  readonly kind: Kind;
  readonly scope: string;
  readonly from: string;
  readonly to: string;
  /** The platform says that one became the other; otherwise, that both are names of one account. */
  readonly isChange: boolean;
}

/** What ids are called now, in a batch. */
export interface CurrentIds {
  identity(scope: string, externalId: string): string;
  conversation(connectionId: string, externalId: string): string;
}

/** Before a batch is read: people and conversations whose id has changed are found under either. */
@Injectable()
export class FollowMovesService {
  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly formerIds: FormerIdRepository,
    private readonly identities: IdentityRepository,
    private readonly conversations: ConversationRepository,
  ) {}

  async follow(tx: Queryable, items: readonly NormalisedItem[]): Promise<CurrentIds> {
    const moves = items.flatMap((item) => this.movesOf(item));
    const asked = [
      ...items.flatMap((item) => this.idsOf(item)),
      ...moves.map((move) => spaced(move, move.from)),
    ];
    const known = await this.formerIds.current(tx, asked);
    for (const move of moves) await this.apply(tx, move, known);
    const current = (id: SpacedId): string => known.get(spacedKey(id)) ?? id.id;
    return {
      identity: (scope, id) => current(spaced({ kind: 'identity', scope }, id)),
      conversation: (connectionId, id) => current(spaced({ kind: 'conversation', scope: connectionId }, id)),
    };
  }

  private async apply(tx: Queryable, move: Move, known: Map<string, string>): Promise<void> {
    const { kind, scope, from, to, isChange } = move;
    const key = spacedKey(spaced(move, from));
    const meant = known.get(key);
    if (from === to || meant === to) return;
    // A number that meant another account has a new owner: only what the platform calls a change takes it along.
    const current = isChange ? (meant ?? from) : from;
    if (kind === 'identity') await this.identities.move(tx, scope, current, to);
    else await this.conversations.move(tx, scope, current, to);
    for (const id of new Set([from, current])) {
      await this.formerIds.note(tx, spaced(move, id).space, id, to);
      known.set(spacedKey(spaced(move, id)), to);
    }
    known.delete(spacedKey(spaced(move, to)));
  }

  private movesOf(item: NormalisedItem): Move[] {
    const { normalised, event } = item;
    const identityScope = this.scopeOf(item);
    const scopes = { identity: identityScope, conversation: event.connectionId } as const;
    const moves = (kind: Kind, from: readonly string[] | undefined, to: string, isChange: boolean): Move[] =>
      (from ?? []).map((id) => ({ kind, scope: scopes[kind], from: id, to, isChange }));
    switch (normalised.kind) {
      case 'message':
      case 'edit': {
        const { author, conversation } = normalised.message;
        return [
          ...moves('identity', author.aliases, author.externalId, false),
          ...moves('conversation', conversation.aliases, conversation.externalId, false),
        ];
      }
      case 'reaction':
        return moves('identity', normalised.author.aliases, normalised.author.externalId, false);
      case 'conversation-moved':
        return moves('conversation', [normalised.fromExternalId], normalised.toExternalId, true);
      case 'identity-moved':
        return (['identity', 'conversation'] as const).flatMap((kind) =>
          moves(kind, normalised.fromExternalIds, normalised.toExternalId, true),
        );
      case 'deletion':
      case 'delivery-update':
      case 'delivery-watermark':
      case 'reachability':
      case 'ignored':
        return [];
    }
  }

  private idsOf(item: NormalisedItem): SpacedId[] {
    const { normalised, event } = item;
    const identity = (id: string) => spaced({ kind: 'identity', scope: this.scopeOf(item) }, id);
    if (normalised.kind === 'reaction') return [identity(normalised.author.externalId)];
    if (normalised.kind !== 'message' && normalised.kind !== 'edit') return [];
    const { author, conversation } = normalised.message;
    return [
      identity(author.externalId),
      spaced({ kind: 'conversation', scope: event.connectionId }, conversation.externalId),
    ];
  }

  private scopeOf({ event }: NormalisedItem): string {
    const { identityScope, code } = this.registry.get(event.channel).descriptor;
    return identityScope === 'channel' ? code : event.connectionId;
  }
}

function spaced({ kind, scope }: Pick<Move, 'kind' | 'scope'>, id: string): SpacedId {
  return { space: `${kind} ${scope}`, id };
}
