import { useEffect, useState } from 'react';
import { callApi } from '../api/call-api.js';
import { keepDraft, readDraft } from './draft-store.js';
import { isEmpty, newerDraft, type Draft } from './draft.js';

const PAUSE_MS = 1_000;

/** A draft that survives the browser and goes along to another desk: the later of here and there counts. */
export function useKeptDraft(reportId: string, userId: string) {
  const [draft, setDraft] = useState(() => readDraft(localStorage, userId, reportId));
  const [isKeptHere, setKeptHere] = useState(true);

  useEffect(() => {
    const stop = new AbortController();
    callApi('getReplyDraft', { params: { id: reportId }, signal: stop.signal }).then(
      ({ draft: there }) => setDraft((here) => newerDraft(here, there)),
      () => undefined,
    );
    return () => stop.abort();
  }, [reportId]);

  useEffect(() => {
    const isKept = keepDraft(localStorage, userId, reportId, draft);
    const timer = setTimeout(() => {
      setKeptHere(isKept);
      if (draft.attempt !== null || draft.editedAt === draft.syncedAt) return;
      callApi('keepReplyDraft', { params: { id: reportId }, body: { draft: contentOf(draft) } }).then(
        () => setDraft((now) => ({ ...now, syncedAt: draft.editedAt })),
        () => undefined,
      );
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [userId, reportId, draft]);

  return { draft, set: setDraft, isKept: isKeptHere || draft.syncedAt === draft.editedAt };
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
