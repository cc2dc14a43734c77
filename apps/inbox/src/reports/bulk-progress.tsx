import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { callApi } from '../api/call-api.js';
import { bulkJobKey } from '../api/query-keys.js';
import { ApiProblem } from '../api/api-problem.js';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';
import styles from './bulk.module.css';

/** Progress comes live; this is for what was missed. */
const LOOK_EVERY_MS = 2_000;

interface Props {
  jobId: string;
  onFollow: (jobId: string) => void;
  onClose: () => void;
}

/** How far a change of many reports is, what was refused and why, and the way back. */
export function BulkProgress({ jobId, onFollow, onClose }: Props) {
  const { t } = useTranslation();
  const { data: job } = useQuery({
    queryKey: bulkJobKey(jobId),
    queryFn: ({ signal }) => callApi('getBulkJob', { params: { id: jobId }, signal }),
    refetchInterval: ({ state }) => (state.data?.isFinished ? false : LOOK_EVERY_MS),
  });
  const undo = useMutation({
    mutationFn: () => callApi('undoBulk', { params: { id: jobId } }),
    onSuccess: ({ id }) => onFollow(id),
  });
  if (!job) return null;
  const { total, done, unchanged, refused, isFinished, kind } = job;
  const settled = done + unchanged + refused;
  return (
    <section className={styles.progress} aria-label={t('bulk.progress')}>
      <p role="status" className={styles.said}>
        {isFinished
          ? t('bulk.finished', { done, unchanged, refused })
          : t('bulk.running', { settled, total })}
      </p>
      <Progress
        value={total === 0 ? 100 : (settled / total) * 100}
        aria-label={t('bulk.progress')}
        color={refused > 0 ? 'orange.8' : undefined}
      />
      {isFinished && <Outcomes jobId={jobId} refused={refused} done={done} />}
      {isFinished && (
        <div className={styles.buttons}>
          {done > 0 && kind !== 'undo' && (
            <Button size="compact-sm" variant="light" loading={undo.isPending} onClick={() => undo.mutate()}>
              {t('app.undo')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={onClose}>
            {t('app.close')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** What was refused, with why, and what was changed: the first hundreds. */
function Outcomes({ jobId, refused, done }: { jobId: string; refused: number; done: number }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { data: items = [] } = useQuery({
    queryKey: [...bulkJobKey(jobId), 'items'],
    queryFn: ({ signal }) => callApi('listBulkItems', { params: { id: jobId }, signal }),
  });
  const reasonOf = (code: string) =>
    problemText(new ApiProblem({ type: 'about:blank', title: code, status: 409, code }));
  const groups = [
    { outcome: 'refused', title: t('bulk.refused', { count: refused }), count: refused },
    { outcome: 'done', title: t('bulk.changed', { count: done }), count: done },
  ].filter(({ count }) => count > 0);
  return groups.map(({ outcome, title }) => (
    <details key={outcome} className={styles.refused}>
      <summary>{title}</summary>
      <ul>
        {items
          .filter((item) => item.outcome === outcome)
          .map(({ reportId, ticketCode, problem }) => (
            <li key={reportId}>
              <Link to={`/laporan/${reportId}`}>{ticketCode}</Link> {problem !== null && reasonOf(problem)}
            </li>
          ))}
      </ul>
    </details>
  ));
}
