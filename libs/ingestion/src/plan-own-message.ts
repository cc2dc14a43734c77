import { newId } from '@app/database';
import { plausibleSentAt, storableText, type InboundMessage } from '@app/report-model';
import type { NormalisedItem } from './normalise-events.js';
import type { PlanningContext } from './plan-message.js';

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
  plan.touch(report).changeKind = 'answered-elsewhere';
  plan.timeline.push({ reportId: report.id, kind: 'answered-elsewhere', actorKind: 'system', data: {} });
  plan.changes.push((tx) => messageChanges.noteAnswered(tx, [{ reportId: report.id, at: sentAt }]));
  plan.settlements.push({ id: event.id, state: 'merged', reason: 'answered on the platform', messageId: id });
}
