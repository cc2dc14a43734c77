import type { Settlement } from '@app/database';
import type { NormalisedEvent } from '@app/report-model';
import type { NormalisedItem } from './normalise-events.js';
import type { PlanningContext } from './plan-message.js';

type Of<Kind extends NormalisedEvent['kind']> = Extract<NormalisedEvent, { kind: Kind }>;
type Update = Pick<Of<'delivery-update'>, 'status' | 'reason' | 'at'> & { readonly externalId: string };

/** How long an event may wait for the thing it is about, e.g. a delivery receipt that overtook our own commit. */
const WAIT_FOR_TARGET_MS = 5 * 60_000;
const RETRY_MS = 5_000;

/** What the platform tells of one answer. */
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
        ? retried(event.id)
        : { id: event.id, state: 'ignored', reason: 'delivery state of an answer that is not ours' },
    );
    return;
  }
  setState(context, reply, { ...update, externalId: update.replyExternalId });
  // Nobody knew whether it had gone out: it had.
  if (reply === unknown && update.status !== 'failed') {
    plan.changes.push((tx) =>
      messageChanges.noteAnswered(tx, [{ reportId: reply.reportId, at: new Date(update.at) }]),
    );
  }
  plan.settlements.push({ id: event.id, state: 'merged', reason: 'delivery state' });
}

/** What the platform tells of everything of ours in a conversation. */
export function planDeliveryWatermark(
  context: PlanningContext,
  { event }: NormalisedItem,
  { status, upTo }: Of<'delivery-watermark'>,
): void {
  const { plan, state } = context;
  const all = state.repliesUpTo.get(event.id) ?? [];
  const isYoung = Date.now() - event.receivedAt.getTime() < WAIT_FOR_TARGET_MS;
  if (isYoung && all.some((reply) => reply.state === 'sending')) {
    plan.settlements.push(retried(event.id));
    return;
  }
  const replies = all.filter((reply) => reply.state !== status);
  for (const reply of replies) {
    setState(context, reply, { status, at: upTo, externalId: reply.externalId });
  }
  plan.settlements.push(
    replies.length > 0
      ? { id: event.id, state: 'merged', reason: 'delivery state' }
      : { id: event.id, state: 'ignored', reason: `no answer of ours was waiting to be ${status}` },
  );
}

function retried(id: string): Settlement {
  return { id, state: 'pending', nextAttemptAt: new Date(Date.now() + RETRY_MS) };
}

function setState(
  { plan, state, messageChanges }: PlanningContext,
  reply: { readonly id: string; readonly reportId: string },
  { status, at, reason, externalId }: Update,
): void {
  plan.changes.push(async (tx) => {
    await messageChanges.updateDelivery(tx, reply.id, status, new Date(at), reason ?? null, externalId);
  });
  const report = state.report(reply.reportId);
  if (report) plan.touch(report).changeKind = `reply-${status}`;
  plan.timeline.push({
    reportId: reply.reportId,
    kind: `reply-${status}`,
    actorKind: 'system',
    data: { replyId: reply.id },
  });
}
