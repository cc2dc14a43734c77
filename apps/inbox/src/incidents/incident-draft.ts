import { draftName } from '../report/draft-store.js';
import { newKey } from '../report/new-key.js';

/** An answer to all reporters that is being written. */
export interface IncidentDraft {
  readonly text: string;
  /** Kept until it is known what became of it: sending twice sends one. */
  readonly idempotencyKey: string;
}

const nameOf = (userId: string, incidentId: string) => draftName(userId, `incident-${incidentId}`);

export function readIncidentDraft(storage: Storage, userId: string, incidentId: string): IncidentDraft {
  try {
    const kept = JSON.parse(
      storage.getItem(nameOf(userId, incidentId)) ?? 'null',
    ) as Partial<IncidentDraft> | null;
    if (typeof kept?.text === 'string' && typeof kept.idempotencyKey === 'string') {
      return { text: kept.text, idempotencyKey: kept.idempotencyKey };
    }
  } catch {
    // Blocked storage or text of another kind: the same as none.
  }
  return { text: '', idempotencyKey: newKey() };
}

/** @returns false when the browser refuses to keep it */
export function keepIncidentDraft(
  storage: Storage,
  userId: string,
  incidentId: string,
  draft: IncidentDraft,
): boolean {
  try {
    if (draft.text === '') storage.removeItem(nameOf(userId, incidentId));
    else storage.setItem(nameOf(userId, incidentId), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}
