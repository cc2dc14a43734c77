import { NativeSelect } from '@mantine/core';
import { REPORT_CLASSES } from '@app/report-model';
import { useTranslation } from 'react-i18next';
import { ExportOverviewMenu } from '../exports/export-overview-menu.js';
import { LoadFailure } from '../layout/load-failure.js';
import { PageFrame } from '../layout/page-frame.js';
import { Waiting } from '../layout/waiting.js';
import { useLanguage } from '../locales/use-language.js';
import { NONE } from '../reports/report-filter.js';
import { useAgencies } from '../reports/use-agencies.js';
import { useChannels } from '../reports/use-channels.js';
import { useSession } from '../session/use-session.js';
import { useTaxonomy } from '../taxonomy/use-taxonomy.js';
import { AreaPanel } from './area-panel.js';
import { ArrivalsChart } from './arrivals-chart.js';
import { BACKLOG_AGES, receiptOf } from './backlog-ages.js';
import { BarList } from './bar-list.js';
import { DecisionPanel } from './decision-panel.js';
import { FigureTiles } from './figure-tiles.js';
import { NOT_SPAM } from './list-parts.js';
import { PeriodChoice } from './period-choice.js';
import { PrintedHead } from './printed-head.js';
import { useOverviewChoice } from './use-overview-choice.js';
import { useOverview } from './use-overview.js';
import styles from './overview.module.css';

export default function OverviewPage() {
  const { t } = useTranslation();
  const { user } = useSession();
  const { days, period, today, agencyId, change } = useOverviewChoice();
  const agencies = useAgencies();
  const { nameOf } = useChannels();
  const [language] = useLanguage();
  const groups = useTaxonomy().data?.groups ?? [];
  const { data: overview, isError, isPending, error, refetch } = useOverview(period, agencyId);
  const agency = agencies.find(({ id }) => id === (user.agencyId ?? agencyId));
  // What rests is counted, for its citizens wait: so the lists show it.
  const listOf = (query: string) =>
    `/?${query}&snoozed=any${agencyId === null ? '' : `&agencyId=${agencyId}`}`;
  const inPeriod = (query: string) => listOf(`${query}&from=${period.from}&to=${period.to}`);
  const ofClass = (name: string) =>
    (overview?.arrivals ?? []).reduce((sum, one) => sum + (one.class === name ? one.count : 0), 0);
  return (
    <PageFrame title={t('overview.title')} lead={t('overview.lead')}>
      <div className={styles.choices}>
        <PeriodChoice
          period={period}
          length={days}
          onLength={(length) => change({ days: length, own: length === null ? period : null })}
          onPeriod={(own) => change({ own })}
        />
        {user.role !== 'agency-member' && (
          <NativeSelect
            aria-label={t('overview.agency')}
            value={agencyId ?? ''}
            onChange={(event) => change({ agencyId: event.currentTarget.value || null })}
            data={[
              { value: '', label: t('overview.allAgencies') },
              ...agencies.map(({ id, shortName }) => ({ value: id, label: shortName })),
            ]}
          />
        )}
        <ExportOverviewMenu period={period} agencyId={agencyId} />
      </div>
      <PrintedHead period={period} agency={agency?.name ?? t('overview.allAgencies')} />
      {isError && <LoadFailure error={error} onRetry={refetch} />}
      {isPending && <Waiting />}
      {overview && (
        <div className={styles.page}>
          <FigureTiles overview={overview} listOf={listOf} inPeriod={inPeriod} />
          <ArrivalsChart period={period} arrivals={overview.arrivals} listOf={listOf} />
          <AreaPanel areas={overview.areas} listOf={(code) => inPeriod(`area=${code}&${NOT_SPAM}`)} />
          <div className={styles.columns}>
            <BarList
              title={t('overview.byClass')}
              empty={t('overview.nothing')}
              bars={REPORT_CLASSES.map((name) => ({
                key: name,
                name: t(`class.${name}`),
                count: ofClass(name),
                to: inPeriod(`class=${name}`),
              }))}
            />
            <BarList
              title={t('overview.byChannel')}
              empty={t('overview.nothing')}
              bars={overview.channels.map(({ channel, count }) => ({
                key: channel,
                name: nameOf(channel),
                count,
                to: inPeriod(`channel=${channel}`),
              }))}
            />
            <BarList
              title={t('overview.byTopic')}
              empty={t('overview.nothing')}
              bars={overview.topics.map(({ group, count }) => ({
                key: group ?? '',
                name: groups.find(({ code }) => code === group)?.name[language] ?? t('overview.noTopic'),
                count,
                to: inPeriod(`topic=${group ?? NONE}&${NOT_SPAM}`),
              }))}
            />
            <BarList
              title={t('overview.backlog')}
              empty={t('overview.nothing')}
              bars={overview.now.ages.map((count, index) => ({
                key: String(index),
                name: t(`overview.ages.${BACKLOG_AGES[index] ?? 'older'}`),
                count,
                to: listOf(`unanswered=true&${NOT_SPAM}&${receiptOf(index, today)}`),
              }))}
            />
            <BarList
              title={t('overview.rating')}
              empty={t('overview.nothing')}
              bars={overview.stars.map((count, index) => ({
                key: String(index),
                name: t('rating.stars', { stars: index + 1 }),
                count,
                to: inPeriod(`stars=${index + 1}&${NOT_SPAM}`),
              }))}
            />
          </div>
          <DecisionPanel
            {...{ period, agencyId, inPeriod }}
            arrived={overview.arrivals.reduce((sum, { count }) => sum + count, 0)}
          />
        </div>
      )}
    </PageFrame>
  );
}
