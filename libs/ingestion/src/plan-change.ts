import type { KnownMessage } from '@app/database';
import { storableText, type NormalisedEvent } from '@app/report-model';
import type { NormalisedItem } from './normalise-events.js';
import { planMessage, type PlanningContext } from './plan-message.js';
import { planOwnMessage } from './plan-own-message.js';

type Of<Kind extends NormalisedEvent['kind']> = Extract<NormalisedEvent, { kind: Kind }>;

/** How long an event may wait for the thing it is about, e.g. a delivery receipt that overtook our own commit. */
const WAIT_FOR_TARGET_MS = 5 * 60_000;
const RETRY_MS = 5_000;

/** An edit keeps the old text; an edit of a message that never reached us is that message. */
export function planEdit(context: PlanningContext, item: NormalisedItem, edit: Of<'edit'>): void {
  const { plan, state, messageChanges } = context;
  const { event } = item;
  const known = state.message(event.connectionId, edit.messageExternalId);
  if (!known) {
    // Of an answer of ours there is no message, and it is no report.
    const plan = edit.message.author.isOurs ? planOwnMessage : planMessage;
    plan(context, item, edit.message);
    return;
  }
  const editedAt = new Date(edit.editedAt);
  const { text } = storableText(edit.text);
  if (text === known.text || (known.editedAt && known.editedAt > editedAt)) {
    plan.settlements.push({
      id: event.id,
      state: 'merged',
      reason: 'edit changes nothing',
      messageId: known.id,
    });
    return;
  }
  plan.changes.push((tx) =>
    messageChanges.edit(tx, { messageId: known.id, oldText: known.text, text, editedAt }),
  );
  plan.changedTexts.set(known.id, text);
  state.putMessage({ ...known, text, editedAt });
  note(context, known, 'message-edited', true);
  plan.settlements.push({ id: event.id, state: 'merged', reason: 'edit', messageId: known.id });
}

/** The message stays in the case, marked as deleted by its author; its content is hidden or erased, as the setting says. */
export function planDeletion(context: PlanningContext, item: NormalisedItem, deletion: Of<'deletion'>): void {
  const { plan, state, messageChanges } = context;
  const { event } = item;
  const known = state.message(event.connectionId, deletion.messageExternalId);
  if (!known) {
    plan.settlements.push({ id: event.id, state: 'ignored', reason: 'deletion of a message we never had' });
    return;
  }
  plan.changes.push((tx) => messageChanges.markDeleted(tx, known.id, new Date(deletion.deletedAt)));
  if (context.deletionRule === 'erase') {
    const settled = plan.settlements.filter(({ messageId }) => messageId === known.id).map(({ id }) => id);
    plan.changes.push((tx) => messageChanges.erase(tx, known.id, settled));
  }
  plan.changedTexts.set(known.id, '');
  note(context, known, 'message-deleted', true);
  plan.settlements.push({ id: event.id, state: 'merged', reason: 'deletion', messageId: known.id });
}

export function planReaction(context: PlanningContext, item: NormalisedItem, reaction: Of<'reaction'>): void {
  const { plan, state, messageChanges } = context;
  const { event } = item;
  const known = state.message(event.connectionId, reaction.messageExternalId);
  if (!known) {
    plan.settlements.push({ id: event.id, state: 'ignored', reason: 'reaction to a message we never had' });
    return;
  }
  const { identityId } = context.identityOf(item, reaction.author);
  plan.changes.push((tx) => messageChanges.react(tx, known.id, identityId, reaction.emoji));
  note(context, known, 'reaction', false);
  plan.settlements.push({ id: event.id, state: 'merged', reason: 'reaction', messageId: known.id });
}

export function planDeliveryUpdate(
  context: PlanningContext,
  item: NormalisedItem,
  update: Of<'delivery-update'>,
): void {
  const { plan, state, messageChanges } = context;
  const { event } = item;
  const unknown = state.unknownReply(event.connectionId, update.idempotencyKey);
  const reply = state.reply(event.connectionId, update.replyExternalId) ?? unknown;
  if (!reply) {
    const age = Date.now() - event.receivedAt.getTime();
    plan.settlements.push(
      age < WAIT_FOR_TARGET_MS
        ? { id: event.id, state: 'pending', nextAttemptAt: new Date(Date.now() + RETRY_MS) }
        : { id: event.id, state: 'ignored', reason: 'delivery state of an answer that is not ours' },
    );
    return;
  }
  plan.changes.push(async (tx) => {
    await messageChanges.updateDelivery(
      tx,
      reply.id,
      update.status,
      new Date(update.at),
      update.reason ?? null,
      update.replyExternalId,
    );
    // Nobody knew whether it had gone out: it had.
    if (reply === unknown && update.status !== 'failed') {
      await messageChanges.noteAnswered(tx, [{ reportId: reply.reportId, at: new Date(update.at) }]);
    }
  });
  const report = state.report(reply.reportId);
  if (report) plan.touch(report).changeKind = `reply-${update.status}`;
  plan.timeline.push({
    reportId: reply.reportId,
    kind: `reply-${update.status}`,
    actorKind: 'system',
    data: { replyId: reply.id },
  });
  plan.settlements.push({ id: event.id, state: 'merged', reason: 'delivery state' });
}

/** The moves themselves were followed before the batch was read. */
export function planMove({ plan }: PlanningContext, item: NormalisedItem): void {
  const reason =
    item.normalised.kind === 'identity-moved' ? 'the person has a new id' : 'the conversation has a new id';
  plan.settlements.push({ id: item.event.id, state: 'merged', reason });
}

function note(
  { plan, state }: PlanningContext,
  message: KnownMessage,
  kind: string,
  hasNewText: boolean,
): void {
  const report = state.report(message.reportId);
  if (!report) return;
  const touched = plan.touch(report);
  touched.hasNewText ||= hasNewText;
  if (!touched.isNew) touched.changeKind = kind;
  plan.timeline.push({ reportId: report.id, kind, actorKind: 'citizen', data: { messageId: message.id } });
}
