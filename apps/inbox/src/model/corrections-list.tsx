import type { Correction } from '@app/api-contract';
import { REPORT_FLAGS } from '@app/report-model';
import { Button, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { callApi } from '../api/call-api.js';
import { correctionsKey, modelKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';
import { LoadFailure } from '../layout/load-failure.js';
import { Waiting } from '../layout/waiting.js';
import { Time } from '../locales/time.js';
import styles from '../layout/panels.module.css';
import { Section } from '../layout/section.js';

/** What people decided on class and flags; a wrong decision is kept out of learning by its switch. */
export function CorrectionsList() {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: correctionsKey,
    queryFn: ({ pageParam, signal }) =>
      callApi('listCorrections', {
        query: new URLSearchParams(pageParam === null ? {} : { cursor: pageParam }),
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section title={t('model.corrections')}>
      <p className={styles.quiet}>{t('model.correctionsNote')}</p>
      {list.isError && <LoadFailure error={list.error} onRetry={list.refetch} />}
      {list.isPending && <Waiting />}
      {list.isSuccess && items.length === 0 && <p className={styles.quiet}>{t('model.noCorrections')}</p>}
      <ul className={styles.list} aria-label={t('model.corrections')}>
        {items.map((one) => (
          <Item key={one.id} correction={one} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          variant="default"
          mt="sm"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('app.more')}
        </Button>
      )}
    </Section>
  );
}

function Item({ correction }: { correction: Correction }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const { id, reportId, ticketCode, excerpt, at, byName, from, to, isLeftOut, leftOutBy } = correction;
  const review = useMutation({
    mutationFn: (leavesOut: boolean) =>
      callApi('reviewCorrection', { params: { id }, body: { isLeftOut: leavesOut } }),
    onSettled: () =>
      Promise.all([correctionsKey, modelKey].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
    onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
  });
  const flags = REPORT_FLAGS.filter((flag) => from.flags[flag] !== to.flags[flag]);
  return (
    <li className={styles.item}>
      <p className={styles.excerpt}>
        <Link to={`/laporan/${reportId}`}>{ticketCode}</Link> {excerpt}
      </p>
      <p className={styles.quiet}>
        {from.class === to.class
          ? t('model.confirmedClass', { class: t(`class.${to.class}`) })
          : t('model.changedClass', { from: t(`class.${from.class}`), to: t(`class.${to.class}`) })}
        {flags.map((flag) => ` · ${to.flags[flag] ? '+' : '−'} ${t(`flag.${flag}`)}`).join('')}
        {' · '}
        {byName ?? t('model.aProgram')}, <Time at={at} style="short" />
      </p>
      <Switch
        label={t('model.learnFromIt')}
        aria-label={t('model.learnFromWhat', { code: ticketCode })}
        description={isLeftOut && leftOutBy !== null ? t('model.leftOutBy', { name: leftOutBy }) : undefined}
        checked={!(review.isPending ? review.variables : isLeftOut)}
        onChange={(event) => review.mutate(!event.currentTarget.checked)}
      />
    </li>
  );
}
