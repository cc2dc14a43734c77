import { messagingParts, type GraphElement, type GraphPart } from '@app/graph-api';
import { commentSchema, mentionSchema } from './instagram.payload.js';

/** Names what Instagram tells. There is no edit: a comment has one name for ever. */
export function instagramParts(element: GraphElement): readonly GraphPart[] {
  if (element.source !== 'changes') return messagingParts(element);
  if (element.field === 'comments' || element.field === 'live_comments') {
    const { id, media } = commentSchema.parse(element.value);
    return [{ kind: 'comment', externalId: id, conversationKey: media?.id ?? id, payload: element }];
  }
  if (element.field === 'mentions') {
    const { media_id: mediaId, comment_id: commentId } = mentionSchema.parse(element.value);
    return [
      { kind: 'mention', externalId: commentId ?? mediaId, conversationKey: mediaId, payload: element },
    ];
  }
  return [];
}
