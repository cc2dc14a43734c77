import { emptyDraft, isEmpty, type Draft } from './draft.js';

const PREFIX = 'wadah.draft.';
const nameOf = (userId: string, reportId: string) => `${PREFIX}${userId}.${reportId}`;

/** The draft that this person left at this report, or an empty one. */
export function readDraft(storage: Storage, userId: string, reportId: string): Draft {
  try {
    const kept = JSON.parse(storage.getItem(nameOf(userId, reportId)) ?? 'null') as Partial<Draft> | null;
    if (typeof kept?.text === 'string' && typeof kept.idempotencyKey === 'string') {
      return {
        ...emptyDraft(),
        text: kept.text,
        files: kept.files ?? [],
        choices: kept.choices ?? [],
        mode: kept.mode ?? null,
        template: kept.template ?? null,
        idempotencyKey: kept.idempotencyKey,
        attempt: kept.attempt ?? null,
        seenEventId: kept.seenEventId ?? null,
        editedAt: kept.editedAt ?? '',
        syncedAt: kept.syncedAt ?? '',
      };
    }
  } catch {
    // Blocked storage or text of another kind: the same as none.
  }
  return emptyDraft();
}

/** @returns false when the browser refuses to keep it */
export function keepDraft(storage: Storage, userId: string, reportId: string, draft: Draft): boolean {
  try {
    if (draft.text === '' && isEmpty(draft) && draft.attempt === null)
      storage.removeItem(nameOf(userId, reportId));
    else storage.setItem(nameOf(userId, reportId), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Leaves no draft on this computer; the server has what was written. */
export function forgetDrafts(storage: Storage): void {
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const name of names) if (name.startsWith(PREFIX)) storage.removeItem(name);
}
