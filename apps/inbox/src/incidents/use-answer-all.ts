import type { IncidentAnswerResult, IncidentRecipient } from '@app/api-contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { hasCode } from '../api/api-problem.js';
import { callApi } from '../api/call-api.js';
import { incidentRecipientsKey } from '../api/query-keys.js';
import { newKey } from '../report/new-key.js';
import { fillVariables } from '../report/template-variables.js';
import { templateLanguage, useTemplateValues } from '../report/use-template-values.js';
import { useSession } from '../session/use-session.js';
import { keepIncidentDraft, readIncidentDraft, type IncidentDraft } from './incident-draft.js';
import { faultOf, isTicked, newsBetween, type RecipientNews } from './recipients.js';

type Result = IncidentAnswerResult[number];

/** An answer to all reporters of an incident: to none of them while one has changed since the officer saw it. */
export function useAnswerAll(incidentId: string) {
  const { user } = useSession();
  const valuesFor = useTemplateValues();
  const [draft, setDraft] = useState(() => readIncidentDraft(localStorage, user.id, incidentId));
  const [isKept, setKept] = useState(true);
  const [ticks, setTicks] = useState<Readonly<Record<string, boolean>>>({});
  const [news, setNews] = useState<Readonly<Record<string, RecipientNews>>>({});
  const [results, setResults] = useState<Readonly<Record<string, Result>>>({});
  // What is shown is what is answered to: it is read again only when the server says that it is old.
  const query = useQuery({
    queryKey: incidentRecipientsKey(incidentId),
    queryFn: ({ signal }) => callApi('listIncidentRecipients', { params: { id: incidentId }, signal }),
    staleTime: Infinity,
    gcTime: 0,
  });
  const keep = (next: IncidentDraft) => {
    setDraft(next);
    setKept(keepIncidentDraft(localStorage, user.id, incidentId, next));
  };
  const textFor = ({ report, isAnonymous }: IncidentRecipient) =>
    fillVariables(draft.text, valuesFor(report, { isAnonymous, language: templateLanguage(report) })).trim();
  const isDone = ({ report }: IncidentRecipient) => results[report.id]?.problem === null;
  const chosenOf = (list: readonly IncidentRecipient[]) =>
    list.filter((one) => !isDone(one) && isTicked(one, ticks));

  const list = useMemo(() => query.data ?? [], [query.data]);
  const chosen = chosenOf(list);
  const send = useMutation({
    networkMode: 'always',
    mutationFn: async (isSure: boolean) => {
      const text = draft.text.trim();
      const post = (to: readonly IncidentRecipient[]) =>
        callApi('answerIncident', {
          params: { id: incidentId },
          body: {
            text,
            idempotencyKey: draft.idempotencyKey,
            ...(isSure ? { confirmsPersonalData: true } : {}),
            reports: to.map((one) => {
              const own = textFor(one);
              const { id: reportId, version } = one.report;
              return { reportId, version, ...(own === text ? {} : { text: own }) };
            }),
          },
        });
      try {
        return await post(chosen);
      } catch (error) {
        if (!hasCode(error, 'report-changed')) throw error;
        const fresh = await look(new Set());
        if (fresh.hasNews) throw error;
        return post(chosenOf(fresh.list));
      }
    },
    onSuccess: async (answered) => {
      setResults((known) => ({
        ...known,
        ...Object.fromEntries(answered.map((one) => [one.reportId, one])),
      }));
      const sent = answered.filter(({ problem }) => problem === null);
      if (sent.length === answered.length) {
        keepIncidentDraft(localStorage, user.id, incidentId, { ...draft, text: '' });
        return;
      }
      // What was refused may be sent otherwise: as another answer.
      keep({ ...draft, idempotencyKey: newKey() });
      await look(new Set(sent.map(({ reportId }) => reportId)));
    },
  });

  /** Reads the reports again, and marks what others did there since. */
  async function look(except: ReadonlySet<string>) {
    const { data: now = [] } = await query.refetch({ throwOnError: true });
    const found = newsBetween(list, now, except);
    const changed = Object.keys(found);
    setNews((known) => ({ ...known, ...found }));
    setTicks((known) => Object.fromEntries(Object.entries(known).filter(([id]) => !changed.includes(id))));
    return { list: now, hasNews: changed.length > 0 };
  }

  const faults = chosen.map((one) => faultOf(one, textFor(one)));
  const isAllDone = send.isSuccess && list.some(isDone) && chosen.length === 0;
  return {
    list,
    chosen,
    news,
    results,
    textFor,
    ticks,
    query,
    send,
    isAllDone,
    text: draft.text,
    isKept: isKept && draft.text !== '' && !isAllDone,
    isReady:
      draft.text.trim() !== '' &&
      chosen.length > 0 &&
      faults.every(({ isTooLong, unfilled }) => !isTooLong && unfilled.length === 0),
    write: (text: string) => {
      keep({ ...draft, text });
      if (!send.isPending) send.reset();
    },
    tick: (id: string, isOn: boolean) => setTicks((known) => ({ ...known, [id]: isOn })),
  };
}

export type AnswerAll = ReturnType<typeof useAnswerAll>;
