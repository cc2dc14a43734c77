import { messagingParts, type GraphElement, type GraphPart } from '@app/graph-api';
import { feedValueSchema, targetOf, threadOf } from './facebook.payload.js';

const FEED_FIELDS = new Set(['feed', 'mention', 'ratings']);

/**
 * Names what the Page tells. A comment or post that is added has one name for ever; an edit, a removal, a hiding has
 * that of its moment, since there may be several.
 */
export function facebookParts(element: GraphElement): readonly GraphPart[] {
  if (element.source !== 'changes') return messagingParts(element);
  if (!FEED_FIELDS.has(element.field)) return [];
  const value = feedValueSchema.parse(element.value);
  const target = targetOf(value);
  const isLasting = value.verb === 'add' && !['like', 'reaction'].includes(value.item ?? '');
  const moment = isLasting ? '' : `:${element.entryTime ?? value.created_time ?? ''}`;
  const author = value.from?.id ?? value.sender_id ?? '';
  return [
    {
      kind: element.field,
      externalId: target && `${value.item}:${value.verb}:${target}${isLasting ? '' : `:${author}`}${moment}`,
      conversationKey: threadOf(value),
      payload: element,
    },
  ];
}
