import type { ConnectorContext, OutboundReply, SentReply } from '@app/connector-kit';
import { charge } from './x.budget.js';
import { messageExternalId } from './x.conversation.js';
import { xFetchedMessageSchema, xPostSchema } from './x.payload.js';
import { fetchMe, fetchMessages, fetchOwnPosts } from './x.requests.js';
import type { XSettings } from './x.settings.js';
import { hasLink } from './x.text-length.js';
import { unescapeText } from './x.text.js';

type Context = ConnectorContext<XSettings>;
type Attempt = OutboundReply & { readonly attemptedAt: Date };

/** Clocks differ a little. */
const LEEWAY_MS = 60_000;

/** Our post under the citizen's, made since the attempt. X puts names in front of its text, and replaces links. */
export async function findSentPost(reply: Attempt, context: Context): Promise<SentReply | undefined> {
  const { id: userId } = await fetchMe(context);
  const page = await fetchOwnPosts(context, userId, since(reply));
  await charge(context, 'owned-read', page.data?.length ?? 0);
  const posts = (page.data ?? []).flatMap((item) => xPostSchema.safeParse(item).data ?? []);
  const answer = posts.find((post) => {
    const references = post.referenced_tweets ?? post.referenced_posts ?? [];
    return (
      references.some(({ type, id }) => type === 'replied_to' && id === reply.inReplyTo.externalId) &&
      (hasLink(reply.text) || unescapeText(post.text).endsWith(reply.text))
    );
  });
  if (!answer) return undefined;
  return { externalId: answer.id, status: 'sent', permalink: `https://x.com/i/status/${answer.id}` };
}

/** Our direct message with this text, sent since the attempt. */
export async function findSentMessage(reply: Attempt, context: Context): Promise<SentReply | undefined> {
  const { id: userId } = await fetchMe(context);
  const page = await fetchMessages(context, undefined);
  await charge(context, 'dm-read', page.data?.length ?? 0);
  const messages = (page.data ?? []).flatMap((item) => xFetchedMessageSchema.safeParse(item).data ?? []);
  const answer = messages.find(
    (message) =>
      message.sender_id === userId &&
      unescapeText(message.text) === reply.text &&
      Date.parse(message.created_at ?? '') >= since(reply).getTime(),
  );
  return answer && { externalId: messageExternalId(answer.id), status: 'sent' };
}

function since({ attemptedAt }: Attempt): Date {
  return new Date(attemptedAt.getTime() - LEEWAY_MS);
}
