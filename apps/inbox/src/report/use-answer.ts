import type { ReplyFile, ReportDetail } from '@app/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { ApiProblem, hasCode } from '../api/api-problem.js';
import { callApi } from '../api/call-api.js';
import { useSession } from '../session/use-session.js';
import { isEmpty, settle, withAttempt, type Draft } from './draft.js';
import { lastEventId, newsSince } from './news.js';
import { changeScope, reportQuery } from './report-query.js';
import { useKeptDraft } from './use-kept-draft.js';
import { useShowReport } from './use-show-report.js';
import { useUnsurprising } from './use-unsurprising.js';

/** What the reply box says about the last sending. */
export type AnswerNotice =
  | { readonly kind: 'accepted' | 'proposed' | 'recorded' | 'changed' | 'uncertain' }
  | { readonly kind: 'problem'; readonly error: unknown };

interface Sending {
  readonly answer: Draft;
  /** The report's version that the officer saw. */
  readonly seen: number | 'after-own-changes';
  /** Personal data in it may be read by everybody. */
  readonly isSure: boolean;
}

/** The answer being written at a report: kept here and on the server, sent once however often it is tried. */
export function useAnswer(report: ReportDetail) {
  const queryClient = useQueryClient();
  const show = useShowReport();
  const { user } = useSession();
  const {
    draft,
    set: change,
    isKept,
  } = useKeptDraft(report.id, user.id, report.replies.filter(({ isReturned }) => isReturned).length);
  const [isSending, setSending] = useState(false);
  const [notice, setNotice] = useState<AnswerNotice | null>(
    draft.attempt === null ? null : { kind: 'uncertain' },
  );
  const isUnderway = useRef(false);
  const unsurprising = useUnsurprising(report.id);
  const { mutateAsync: post } = useMutation({
    scope: changeScope(report.id),
    networkMode: 'always',
    mutationFn: async ({ answer, seen, isSure }: Sending) => {
      const send = (version: number) =>
        callApi('createReply', {
          params: { id: report.id },
          body: {
            ...contentOf(answer),
            ...(isSure ? { confirmsPersonalData: true } : {}),
            idempotencyKey: answer.idempotencyKey,
            version,
          },
        });
      const now = queryClient.getQueryData(reportQuery(report.id).queryKey) ?? report;
      try {
        return await send(seen === 'after-own-changes' ? now.version : seen);
      } catch (error) {
        const since = answer.seenEventId ?? undefined;
        const fresh = hasCode(error, 'report-changed') ? await unsurprising(now, since) : null;
        if (fresh === null) throw error;
        return send(fresh.version);
      }
    },
  });

  /** What others did at the report since the officer began to write. */
  const news = useMemo(
    () => (isEmpty(draft) ? [] : newsSince(report.timeline, draft.seenEventId, user.id)),
    [draft, report.timeline, user.id],
  );
  const seen = lastEventId(report.timeline);
  const haveSeen = useCallback(() => {
    change((now) => ({ ...now, seenEventId: seen }));
    setNotice(null);
  }, [change, seen]);

  // An answer that was given up for lost shows up in the report: with the network, or in another window.
  const late = isSending ? null : settle(draft, report.replies, user.id);
  if (late !== null && late.outcome !== 'open') {
    change(late.draft);
    setNotice({ kind: 'recorded' });
  }

  /** @param isSure personal data in it may be read by everybody */
  const send = useCallback(
    async (isSure = false) => {
      if (isUnderway.current || isEmpty(draft)) return;
      if (news.length > 0 && draft.attempt === null) return setNotice({ kind: 'changed' });
      isUnderway.current = true;
      setSending(true);
      const attempted = withAttempt(draft, report.replies);
      change(attempted);
      // What the officer has just changed themselves is no collision: the answer waits for it to be stored.
      const isChanging = queryClient.isMutating({
        predicate: ({ options }) => options.scope?.id === changeScope(report.id).id,
      });
      try {
        const seen = isChanging ? 'after-own-changes' : report.version;
        const answer = await post({ answer: draft, seen, isSure });
        const settled = settle(attempted, answer.replies, user.id);
        change(settled.draft);
        setNotice({ kind: settled.outcome === 'sent' ? acceptedAs(answer, attempted) : 'recorded' });
        await show(answer);
      } catch (error) {
        const isUnknown = error instanceof ApiProblem && (error.status === 0 || error.status >= 500);
        change(isUnknown ? attempted : { ...draft, attempt: null });
        setNotice(noticeOf(error, isUnknown));
        void queryClient.invalidateQueries({ queryKey: reportQuery(report.id).queryKey });
      } finally {
        isUnderway.current = false;
        setSending(false);
      }
    },
    [draft, news, report, user.id, change, show, post, queryClient],
  );

  const write = useCallback(
    (edited: (now: Draft) => Draft) => {
      change((now) => ({
        ...edited(now),
        seenEventId: isEmpty(now) ? seen : now.seenEventId,
        editedAt: new Date().toISOString(),
      }));
      setNotice((shown) => (shown?.kind === 'uncertain' ? shown : null));
    },
    [change, seen],
  );
  const edit = useCallback(
    (part: Partial<Pick<Draft, 'text' | 'mode' | 'template' | 'choices'>>) =>
      write((now) => ({ ...now, ...part })),
    [write],
  );
  const addFile = useCallback(
    (file: ReplyFile) => write((now) => ({ ...now, files: [...now.files, file] })),
    [write],
  );
  const removeFile = useCallback(
    (id: string) => write((now) => ({ ...now, files: now.files.filter((file) => file.id !== id) })),
    [write],
  );
  // What is written again since, or was given back, did not become of what is here.
  const isOver = (notice?.kind === 'accepted' || notice?.kind === 'proposed') && !isEmpty(draft);
  const shown = isOver ? null : notice;
  return { draft, edit, addFile, removeFile, send, isSending, isKept, notice: shown, news, haveSeen };
}

function contentOf({ text, files, choices, mode, template }: Draft) {
  return {
    text: template === null ? text.trim() : '',
    ...(mode === null ? {} : { mode }),
    ...(template !== null || choices.length === 0 ? {} : { choices: [...choices] }),
    ...(files.length === 0 ? {} : { fileIds: files.map(({ id }) => id) }),
    ...(template === null
      ? {}
      : {
          template: {
            name: template.name,
            language: template.language,
            parameters: [...template.parameters],
          },
        }),
  };
}

/** In line, or before a colleague's eyes. */
function acceptedAs({ replies }: ReportDetail, { attempt }: Draft): 'accepted' | 'proposed' {
  const isProposed = replies.some(
    ({ id, state }) => state === 'proposed' && !attempt?.knownReplyIds.includes(id),
  );
  return isProposed ? 'proposed' : 'accepted';
}

function noticeOf(error: unknown, isUnknown: boolean): AnswerNotice {
  if (isUnknown) return { kind: 'uncertain' };
  return hasCode(error, 'report-changed') ? { kind: 'changed' } : { kind: 'problem', error };
}
