import { useEffect, useRef, useState } from 'react';
import { callApi } from '../api/call-api.js';
import { keepDraft, readDraft } from './draft-store.js';
import { isEmpty, newerDraft, type Draft } from './draft.js';
import { syncDraft } from './sync-drafts.js';

const PAUSE_MS = 1_000;

/**
 * A draft that survives the browser and goes along to another desk: the later of here and there counts.
 * @param givenBack how many answers colleagues have given back: each may have become a draft again
 */
export function useKeptDraft(reportId: string, userId: string, givenBack: number) {
  const [draft, setDraft] = useState(() => readDraft(localStorage, userId, reportId));
  const [isKeptHere, setKeptHere] = useState(true);
  const unsent = useRef<Draft | null>(null);
  const knownGivenBack = useRef(givenBack);

  useEffect(() => {
    const stop = new AbortController();
    const isNew = givenBack !== knownGivenBack.current;
    knownGivenBack.current = givenBack;
    callApi('getReplyDraft', { params: { id: reportId }, signal: stop.signal }).then(
      // What was begun since an answer was written is not replaced by the answer.
      ({ draft: there }) => setDraft((here) => (isNew && !isEmpty(here) ? here : newerDraft(here, there))),
      () => undefined,
    );
    return () => stop.abort();
  }, [reportId, givenBack]);

  useEffect(() => {
    const isKept = keepDraft(localStorage, userId, reportId, draft);
    unsent.current = draft.attempt !== null || draft.editedAt === draft.syncedAt ? null : draft;
    const timer = setTimeout(() => {
      setKeptHere(isKept);
      if (unsent.current === null) return;
      unsent.current = null;
      syncDraft(userId, reportId, draft).then(
        () => setDraft((now) => ({ ...now, syncedAt: draft.editedAt })),
        () => undefined,
      );
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [userId, reportId, draft]);

  useEffect(
    () => () => {
      if (unsent.current) syncDraft(userId, reportId, unsent.current).catch(() => undefined);
    },
    [userId, reportId],
  );

  return { draft, set: setDraft, isKept: isKeptHere || draft.syncedAt === draft.editedAt };
}
