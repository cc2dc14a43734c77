import type { InboundConversation } from '@app/report-model';
import type { MastodonStatus } from './mastodon.payload.js';

export type MastodonVisibility = MastodonStatus['visibility'];

/**
 * `<visibility>/<status>` for a thread, as far as Mastodon tells of one, and `direct/<account>` for what is said
 * between two: an answer keeps the visibility of what it answers.
 */
export function conversationOf(status: MastodonStatus): InboundConversation {
  const { visibility, account, in_reply_to_id: answered, id } = status;
  if (visibility === 'direct') return { externalId: `direct/${account.id}`, kind: 'private' };
  return { externalId: `${visibility}/${answered ?? id}`, kind: 'public' };
}

/** Reads an external id back; undefined when it is none of Mastodon. */
export function visibilityOf(conversationExternalId: string): MastodonVisibility | undefined {
  const [, visibility] = /^(public|unlisted|private|direct)\/.+$/.exec(conversationExternalId) ?? [];
  return visibility as MastodonVisibility | undefined;
}
