import { newId } from '@app/database';
import { plausibleSentAt, storableText, type InboundMessage } from '@app/report-model';
import type { NormalisedItem } from './normalise-events.js';
import { addAttachments, type PlanningContext } from './plan-message.js';

/** Longer than any sending takes. */
const WAIT_FOR_SENDING_MS = 3 * 60_000;
const RETRY_MS = 1_000;

/**
 * A message from our own account: the echo of an answer we sent, or what a colleague wrote in the platform's own
 * app. It never opens a report; it stands in the report it belongs to and counts as an answer.
 */
export function planOwnMessage(
  context: PlanningContext,
  item: NormalisedItem,
  message: InboundMessage,
): void {
  const { plan, state, messageChanges } = context;
  const { event } = item;
  if (state.reply(event.connectionId, message.externalId)) {
    plan.settlements.push({ id: event.id, state: 'merged', reason: 'echo of our own answer' });
    return;
  }
  const conversationId =
    state.conversations.get(`${event.connectionId} ${message.conversation.externalId}`) ?? '';
  if (planUncertainEcho(context, item, message, conversationId)) return;
  const target = state.message(event.connectionId, message.replyToExternalId);
  const report = state.report(target?.reportId) ?? state.latestInConversation(conversationId);
  if (!report) {
    plan.settlements.push({ id: event.id, state: 'ignored', reason: 'our own message outside any report' });
    return;
  }
  const { sentAt } = plausibleSentAt(new Date(message.sentAt), event.receivedAt);
  const id = newId();
  plan.messages.push({
    id,
    reportId: report.id,
    connectionId: event.connectionId,
    conversationId,
    identityId: context.identityOf(item, message.author).identityId,
    rawEventId: event.id,
    direction: 'outbound',
    externalId: message.externalId,
    replyToExternalId: message.replyToExternalId,
    permalink: message.permalink,
    sentAt,
    receivedAt: event.receivedAt,
    text: storableText(message.text).text,
    notes: [],
  });
  addAttachments(context, item, id, message, 0);
  plan.touch(report).changeKind = 'answered-elsewhere';
  plan.timeline.push({ reportId: report.id, kind: 'answered-elsewhere', actorKind: 'system', data: {} });
  plan.changes.push((tx) => messageChanges.noteAnswered(tx, [{ reportId: report.id, at: sentAt }]));
  plan.settlements.push({ id: event.id, state: 'merged', reason: 'answered on the platform', messageId: id });
}

/**
 * The platform can tell of our answer before its own reply to the sending has reached us: then the event waits until
 * the sending has ended. An answer of unknown fate is confirmed by its own text.
 */
function planUncertainEcho(
  { plan, state, messageChanges }: PlanningContext,
  { event }: NormalisedItem,
  message: InboundMessage,
  conversationId: string,
): boolean {
  const uncertain = state.uncertainReplies(conversationId);
  const age = Date.now() - event.receivedAt.getTime();
  if (age < WAIT_FOR_SENDING_MS && uncertain.some((reply) => reply.state === 'sending')) {
    const nextAttemptAt = new Date(Date.now() + RETRY_MS);
    plan.settlements.push({ id: event.id, state: 'pending', nextAttemptAt });
    return true;
  }
  const own = uncertain.find((reply) => reply.state === 'unknown' && sameWords(reply.text, message.text));
  if (!own) return false;
  const { sentAt } = plausibleSentAt(new Date(message.sentAt), event.receivedAt);
  plan.changes.push((tx) => messageChanges.confirmReply(tx, own.id, message.externalId, sentAt));
  state.settleReply(own);
  const report = state.report(own.reportId);
  if (report) plan.touch(report).changeKind = 'reply-sent';
  plan.timeline.push({
    reportId: own.reportId,
    kind: 'reply-sent',
    actorKind: 'system',
    data: { replyId: own.id },
  });
  plan.settlements.push({
    id: event.id,
    state: 'merged',
    reason: 'echo of our own answer, whose fate was unknown',
  });
  return true;
}

function sameWords(first: string, second: string): boolean {
  const words = (text: string) => text.replace(/\s+/g, ' ').trim();
  return words(first) !== '' && words(first) === words(second);
}
