import { emptyDraft, isEmpty, type Draft } from './draft.js';

const PREFIX = 'wadah.draft.';
/** Under which this browser keeps what a person writes about something. */
export const draftName = (userId: string, what: string): string => `${PREFIX}${userId}.${what}`;

/** The draft that this person left at this report, or an empty one. */
export function readDraft(storage: Storage, userId: string, reportId: string): Draft {
  try {
    const kept = JSON.parse(storage.getItem(draftName(userId, reportId)) ?? 'null') as Partial<Draft> | null;
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
      storage.removeItem(draftName(userId, reportId));
    else storage.setItem(draftName(userId, reportId), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Of these the server does not have the latest. */
export function unsyncedDrafts(
  storage: Storage,
  userId: string,
): { readonly reportId: string; readonly draft: Draft }[] {
  const prefix = draftName(userId, '');
  return namesIn(storage)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
    .map((reportId) => ({ reportId, draft: readDraft(storage, userId, reportId) }))
    .filter(({ draft }) => draft.attempt === null && draft.editedAt !== draft.syncedAt);
}

/** The server has the draft of this time. */
export function noteSynced(storage: Storage, userId: string, reportId: string, editedAt: string): void {
  const draft = readDraft(storage, userId, reportId);
  if (draft.editedAt === editedAt) keepDraft(storage, userId, reportId, { ...draft, syncedAt: editedAt });
}

/** Leaves no draft on this computer; the server has what was written. */
export function forgetDrafts(storage: Storage): void {
  for (const name of namesIn(storage)) if (name.startsWith(PREFIX)) storage.removeItem(name);
}

function namesIn(storage: Storage): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
}
