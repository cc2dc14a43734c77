import { ApiProblem } from '../api/api-problem.js';
import { callApi } from '../api/call-api.js';
import { noteSynced, unsyncedDrafts } from './draft-store.js';
import { isEmpty, type Draft } from './draft.js';

/** Brings a draft to the server; an empty one is forgotten there. */
export async function syncDraft(userId: string, reportId: string, draft: Draft): Promise<void> {
  await callApi('keepReplyDraft', { params: { id: reportId }, body: { draft: contentOf(draft) } });
  noteSynced(localStorage, userId, reportId, draft.editedAt);
}

/**
 * What only this browser has, before it forgets its drafts.
 * @throws ApiProblem when the server cannot be reached; what it will not have stays behind
 */
export async function syncDrafts(userId: string): Promise<void> {
  await Promise.all(
    unsyncedDrafts(localStorage, userId).map(({ reportId, draft }) =>
      syncDraft(userId, reportId, draft).catch((error: unknown) => {
        const isRefused = error instanceof ApiProblem && error.status >= 400 && error.status < 500;
        if (!isRefused) throw error;
      }),
    ),
  );
}

function contentOf(draft: Draft) {
  if (isEmpty(draft)) return null;
  const { text, files, choices, mode, template, idempotencyKey, seenEventId, editedAt } = draft;
  return {
    text,
    files: [...files],
    choices: [...choices],
    mode,
    template: template && { ...template, parameters: [...template.parameters] },
    idempotencyKey,
    seenEventId,
    editedAt,
  };
}
