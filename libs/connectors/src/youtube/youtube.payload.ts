import { z } from 'zod';

/** https://developers.google.com/youtube/v3/docs/comments; only what makes a message is required. */
export const youtubeCommentSchema = z.looseObject({
  id: z.string().min(1),
  snippet: z.looseObject({
    /** Plain, since it is asked for so. */
    textDisplay: z.string(),
    textOriginal: z.string().optional(),
    authorDisplayName: z.string().optional().catch(undefined),
    authorChannelId: z.looseObject({ value: z.string() }).optional().catch(undefined),
    videoId: z.string().optional(),
    parentId: z.string().optional(),
    publishedAt: z.string(),
    updatedAt: z.string(),
  }),
});
export type YoutubeComment = z.infer<typeof youtubeCommentSchema>;

/** Enough to file a comment; whether it can be read is `normalise`'s question. */
export const filedCommentSchema = z.looseObject({
  id: z.string().min(1),
  snippet: z.looseObject({ publishedAt: z.string(), updatedAt: z.string() }),
});
export type FiledComment = z.infer<typeof filedCommentSchema>;

export const filedThreadSchema = z.looseObject({
  id: z.string().min(1),
  snippet: z.looseObject({
    videoId: z.string().optional(),
    totalReplyCount: z.number().catch(0),
    topLevelComment: filedCommentSchema,
  }),
  replies: z.looseObject({ comments: z.array(z.unknown()) }).optional(),
});
export type FiledThread = z.infer<typeof filedThreadSchema>;

export const pageSchema = z.looseObject({
  items: z.array(z.unknown()),
  nextPageToken: z.string().optional(),
});

/** What one raw event of kind `comment` holds. */
export const commentEventSchema = z.object({
  comment: youtubeCommentSchema,
  threadId: z.string(),
  videoId: z.string().optional(),
  /** Whose videos they are: what this channel writes is the office's own. */
  channelId: z.string(),
});
export const deletionEventSchema = z.object({ commentId: z.string() });
