import type { Change, Presence } from '@app/api-contract';
import type { Actor } from '@app/accounts';
import type { ChangeRow } from '@app/database';

/** An `id` without data changes what the browser sends as Last-Event-ID and raises no event. */
export const positionFrame = (position: bigint): string => `id: ${position}\n\n`;
export const resetFrame = (position: bigint): string => `event: reset\nid: ${position}\ndata: {}\n\n`;
export const heartbeatFrame = (position: bigint): string => `: heartbeat\n${positionFrame(position)}`;

export function changeFrame({ id, topic, entityId, kind }: ChangeRow): string {
  const change: Change = { topic, entityId, kind };
  return `event: change\nid: ${id}\ndata: ${JSON.stringify(change)}\n\n`;
}

/** Without an `id`: nobody has to catch up on who was where. */
export const presenceFrame = (presence: Presence): string =>
  `event: presence\ndata: ${JSON.stringify(presence)}\n\n`;

/**
 * A member of an agency hears of reports of their agency only. Who sends a report from one agency to another appends a
 * change for each of the two, so that it also leaves the screens of the first.
 */
export function maySeeChange(actor: Actor, change: ChangeRow): boolean {
  if (change.topic === 'user') return change.entityId === actor.id;
  if (actor.role !== 'agency-member') return true;
  return change.topic === 'report' && change.agencyId === actor.agencyId;
}
