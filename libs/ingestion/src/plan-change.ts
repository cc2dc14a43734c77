import { storableText, type NormalisedEvent } from '@app/report-model';
import type { NormalisedItem } from './normalise-events.js';
import { noteChange } from './note-change.js';
import { planMessage, type PlanningContext } from './plan-message.js';
import { planOwnMessage } from './plan-own-message.js';

type Of<Kind extends NormalisedEvent['kind']> = Extract<NormalisedEvent, { kind: Kind }>;

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
  noteChange(context, known, 'message-edited', true);
  plan.settlements.push({ id: event.id, state: 'merged', reason: 'edit', messageId: known.id });
}

/** The message stays in the case, marked as deleted by its author; its content is hidden or erased, as its connection has it. */
export function planDeletion(context: PlanningContext, item: NormalisedItem, deletion: Of<'deletion'>): void {
  const { plan, state, messageChanges } = context;
  const { event } = item;
  const known = state.message(event.connectionId, deletion.messageExternalId);
  if (!known) {
    plan.settlements.push({ id: event.id, state: 'ignored', reason: 'deletion of a message we never had' });
    return;
  }
  plan.changes.push((tx) => messageChanges.markDeleted(tx, known.id, new Date(deletion.deletedAt)));
  if (context.deletionRules.get(event.connectionId) === 'erase') {
    const settled = plan.settlements.filter(({ messageId }) => messageId === known.id).map(({ id }) => id);
    plan.changes.push((tx) => messageChanges.erase(tx, known.id, settled));
  }
  plan.changedTexts.set(known.id, '');
  noteChange(context, known, 'message-deleted', true);
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
  noteChange(context, known, 'reaction', false);
  plan.settlements.push({ id: event.id, state: 'merged', reason: 'reaction', messageId: known.id });
}

/** The officer sees it before typing: open screens are told. Of a conversation that we never had nothing is kept. */
export function planReachability(
  { plan, conversations }: PlanningContext,
  { event }: NormalisedItem,
  { conversationExternalId: externalId, closed, at }: Of<'reachability'>,
): void {
  plan.changes.push(async (tx) => {
    const conversation = { connectionId: event.connectionId, externalId };
    const reports = await conversations.setReachability(tx, conversation, closed, new Date(at));
    for (const { id, agencyId } of reports ?? []) {
      plan.told.push({ topic: 'report', entityId: id, kind: 'changed', agencyId });
    }
  });
  const reason = closed ? closed.en : 'the conversation is open';
  plan.settlements.push({ id: event.id, state: 'merged', reason });
}

/** The moves themselves were followed before the batch was read. */
export function planMove({ plan }: PlanningContext, item: NormalisedItem): void {
  const reason =
    item.normalised.kind === 'identity-moved' ? 'the person has a new id' : 'the conversation has a new id';
  plan.settlements.push({ id: item.event.id, state: 'merged', reason });
}
