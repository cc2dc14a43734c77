import type { KnownMessage } from '@app/database';
import { storableText, type InboundMessage } from '@app/report-model';
import type { NormalisedItem } from './normalise-events.js';
import { noteChange } from './note-change.js';
import type { PlanningContext } from './plan-message.js';

/** What the platform withheld at first. */
export function planCompletion(
  context: PlanningContext,
  { event }: NormalisedItem,
  message: InboundMessage,
  known: KnownMessage,
): void {
  const { plan, state, messageChanges } = context;
  const { text } = storableText(message.text);
  plan.changes.push((tx) => messageChanges.complete(tx, known.id, text));
  plan.changedTexts.set(known.id, text);
  state.putMessage({ ...known, text, isWithheld: false });
  noteChange(context, known, 'message-completed', true);
  plan.settlements.push({ id: event.id, state: 'merged', reason: 'content', messageId: known.id });
}
