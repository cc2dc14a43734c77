import { recordedBodies, type RecordedFile, type ReplayStep } from '@app/connector-kit';
import { z } from 'zod';
import { commentEvent } from './youtube.events.js';
import { filedThreadSchema, pageSchema } from './youtube.payload.js';
import { repliesIn } from './youtube.threads.js';

/** A thread names the channel below whose video it stands. */
const threadSchema = filedThreadSchema.extend({
  snippet: filedThreadSchema.shape.snippet.extend({ channelId: z.string().catch('') }),
});

/** Threads of comments, and pages of them, as fetching would have stored them. */
export function replayYoutube(file: RecordedFile): readonly ReplayStep[] {
  return recordedBodies(file)
    .flatMap((body): unknown[] => [...(pageSchema.safeParse(body).data?.items ?? [body])])
    .map(stepOf);
}

function stepOf(item: unknown): ReplayStep {
  const thread = threadSchema.safeParse(item).data;
  if (!thread) return { by: 'nobody', reason: 'Neither a thread of comments nor a page of them' };
  const { topLevelComment, channelId } = thread.snippet;
  const comments = [topLevelComment, ...repliesIn(thread).toReversed()];
  return { by: 'ledger', events: comments.map((comment) => commentEvent(comment, { thread, channelId })) };
}
