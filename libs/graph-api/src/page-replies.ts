import {
  ConnectorError,
  type OutboundReply,
  type ReplyAvailability,
  type ReplyMode,
  type ReplyTarget,
  type SentReply,
} from '@app/connector-kit';
import { z } from 'zod';
import { callGraph } from './graph-client.js';
import type { GraphErrorRow } from './graph-errors.js';
import type { GraphContext } from './graph-settings.js';

const DAY_MS = 86_400_000;
/** Free answers to direct messages, counted from the citizen's latest. */
const WINDOW_MS = DAY_MS;
/** Typed by a human: `HUMAN_AGENT`; also the time for the one private answer to a comment. */
const HUMAN_WINDOW_MS = 7 * DAY_MS;

const sentSchema = z.looseObject({ message_id: z.string().min(1) });
const ERRORS: readonly GraphErrorRow[] = [
  {
    codes: [10_900, 10_903],
    as: 'reply-refused',
    says: 'This comment has been answered privately already, or can no longer be',
  },
];

/** How a channel behind a Page answers privately. */
export interface PageReplyRules {
  /** `Messenger`, `Instagram`: who takes no answer any more. */
  readonly inbox: string;
  /** What an answer within the window is called; absent: nothing. */
  readonly freeType?: 'RESPONSE';
}

/** A direct message for 7 days after the citizen's latest; a comment publicly always, privately once and for 7 days. */
export function pageReplyAvailability(
  { inbox }: PageReplyRules,
  target: ReplyTarget,
  now: Date,
): ReplyAvailability {
  const until = humanWindowEnd(target);
  if (target.conversation.kind === 'private') {
    if (now < until) return { isAllowed: true, isPublic: false, until };
    return { isAllowed: false, reason: isOver(inbox) };
  }
  const isPrivateOpen = now < until && !target.inReplyTo.isAnsweredPrivately;
  const modes: readonly ReplyMode[] = isPrivateOpen ? ['public', 'private'] : ['public'];
  return { isAllowed: true, isPublic: true, modes };
}

/** @throws ConnectorError `reply-refused` when the window has closed while the answer waited */
export async function sendPageMessage(
  rules: PageReplyRules,
  reply: OutboundReply,
  context: GraphContext,
  pageId: string,
): Promise<SentReply> {
  const now = context.now();
  if (now >= humanWindowEnd(reply)) throw new ConnectorError('reply-refused', isOver(rules.inbox).en);
  const request = {
    method: 'POST',
    path: `${pageId}/messages`,
    operation: 'send',
    errors: ERRORS,
    body: { ...addressOf(rules, reply, now), message: { text: reply.text } },
  } as const;
  const { message_id: externalId } = await callGraph(context, request, sentSchema);
  return { externalId, status: 'sent' };
}

/** Meta counts a conversation's time from the citizen's latest message, a comment's from the comment. */
function windowStart({ conversation, inReplyTo }: ReplyTarget): number {
  const latest = conversation.kind === 'private' ? conversation.lastInboundAt : undefined;
  return Math.max(inReplyTo.sentAt.getTime(), latest?.getTime() ?? 0);
}

function humanWindowEnd(target: ReplyTarget): Date {
  return new Date(windowStart(target) + HUMAN_WINDOW_MS);
}

function addressOf({ freeType }: PageReplyRules, reply: OutboundReply, now: Date) {
  if (reply.conversation.kind !== 'private') return { recipient: { comment_id: reply.inReplyTo.externalId } };
  const recipient = { id: reply.recipient.externalId };
  if (now.getTime() >= windowStart(reply) + WINDOW_MS) {
    return { recipient, messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };
  }
  return { recipient, ...(freeType ? { messaging_type: freeType } : {}) };
}

function isOver(inbox: string) {
  return {
    id: `Lebih dari 7 hari sejak warga menulis: ${inbox} tidak menerima balasan lagi.`,
    en: `More than 7 days since the citizen wrote: ${inbox} takes no answer any more.`,
  };
}
