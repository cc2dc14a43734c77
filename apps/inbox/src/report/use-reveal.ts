import type { ReportDetail } from '@app/api-contract';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { callApi } from '../api/call-api.js';
import { reportKey } from '../api/query-keys.js';
import { useProblemText } from '../api/use-problem-text.js';

/** The report as it is shown: masked, or with what the officer asked to read, until they leave it or mask it again. */
export function useReveal(report: ReportDetail) {
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  const [clear, setClear] = useState<ReportDetail | null>(null);
  const asking = useMutation({
    mutationFn: () => callApi('revealReport', { params: { id: report.id } }),
    onSuccess: (revealed) => {
      setClear(revealed);
      // Its timeline now tells who looked.
      void queryClient.invalidateQueries({ queryKey: reportKey(report.id) });
    },
    onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
  });
  const shown = useMemo(() => (clear ? withClearTexts(report, clear) : report), [report, clear]);
  return {
    shown,
    isRevealed: clear !== null,
    isAsking: asking.isPending,
    reveal: () => asking.mutate(),
    mask: () => setClear(null),
  };
}

export type Reveal = ReturnType<typeof useReveal>;

/** What came or changed after the look stays masked. */
function withClearTexts(report: ReportDetail, clear: ReportDetail): ReportDetail {
  const known = new Map(clear.messages.map((message) => [`${message.id} ${message.editedAt}`, message]));
  const isSameJudgement = report.messageCount === clear.messageCount;
  const { phone, email } = clear.contact;
  return {
    ...report,
    contact: { ...report.contact, phone, email },
    messages: report.messages.map((message) => known.get(`${message.id} ${message.editedAt}`) ?? message),
    classification: isSameJudgement ? clear.classification : report.classification,
    facts:
      report.facts && clear.facts && isSameJudgement
        ? { ...report.facts, places: clear.facts.places }
        : report.facts,
  };
}
