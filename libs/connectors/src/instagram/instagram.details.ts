import { ConnectorError, type DetailSource, type ParsedEvent } from '@app/connector-kit';
import { callGraph, graphElementSchema, type GraphErrorRow } from '@app/graph-api';
import { z } from 'zod';
import { mentionDetailsSchema, mentionSchema, type InstagramMention } from './instagram.payload.js';
import type { InstagramSettings } from './instagram.settings.js';

const COMMENT_FIELDS = 'id,text,timestamp';
const MEDIA_FIELDS = 'id,caption,timestamp,username,permalink';
const answerSchema = z.looseObject({
  mentioned_comment: mentionDetailsSchema.optional(),
  mentioned_media: mentionDetailsSchema.optional(),
});
const ERRORS: readonly GraphErrorRow[] = [
  { codes: [100, 24], as: 'media-gone', says: 'Instagram no longer shows the mention' },
];

/** The words of a mention: delivered are only the ids of comment and post. */
export const instagramDetails: DetailSource<InstagramSettings> = {
  isNeeded: ({ kind }) => kind === 'mention',

  async fetch({ externalId, payload }, context) {
    const element = graphElementSchema.parse(payload);
    const mention = mentionSchema.parse(element.value);
    const request = {
      path: context.settings.accountId,
      query: { fields: fieldsOf(mention) },
      errors: ERRORS,
    };
    const answer = await callGraph(context, request, answerSchema);
    const details = answer.mentioned_comment ?? answer.mentioned_media;
    if (!details) throw new ConnectorError('media-gone', 'Instagram no longer shows the mention');
    return [
      {
        status: 'readable',
        kind: 'mention-details',
        externalId,
        conversationKey: mention.media_id,
        payload: { element, details },
      } satisfies ParsedEvent,
    ];
  },
};

function fieldsOf({ media_id: mediaId, comment_id: commentId }: InstagramMention): string {
  return commentId
    ? `mentioned_comment.comment_id(${commentId}){${COMMENT_FIELDS}}`
    : `mentioned_media.media_id(${mediaId}){${MEDIA_FIELDS}}`;
}
