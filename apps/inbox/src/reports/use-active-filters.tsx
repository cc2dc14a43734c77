import { OPEN_STATUSES } from '@app/report-model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../locales/use-language.js';
import { AgencyName, AreaName, ConnectionName, TopicNames } from './filter-names.js';
import { EVERYTHING, type ReportFilter } from './report-filter.js';
import { useChannels } from './use-channels.js';

type Kind = Exclude<keyof ReportFilter, 'classes' | 'text' | 'order'>;

interface ActiveFilter {
  readonly key: Kind;
  readonly name: ReactNode;
  readonly without: Partial<ReportFilter>;
}

/** What narrows the list, one for each kind, in words. */
export function useActiveFilters(filter: ReportFilter): readonly ActiveFilter[] {
  const { t } = useTranslation();
  const [language] = useLanguage();
  const { nameOf } = useChannels();
  const day = (written: string | null) =>
    written !== null &&
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(written));
  const { statuses, agencyId, connectionId, answer, area, clock, assignee } = filter;
  const isOpen =
    statuses.length === OPEN_STATUSES.length && OPEN_STATUSES.every((one) => statuses.includes(one));
  const [from, to] = [day(filter.from), day(filter.to)];
  const names: Readonly<Record<Kind, ReactNode>> = {
    statuses: isOpen ? t('inbox.open') : statuses.map((one) => t(`status.${one}`)).join(', '),
    channels: filter.channels.map(nameOf).join(', '),
    languages: filter.languages.map((one) => t(`reportLanguage.${one}`)).join(', '),
    agencyId: agencyId !== null && <AgencyName id={agencyId} />,
    connectionId: connectionId !== null && <ConnectionName id={connectionId} />,
    flags: filter.flags.map((flag) => t(`flag.${flag}`)).join(', '),
    assignee: assignee !== null && t(assignee === 'me' ? 'inbox.mine' : 'report.nobody'),
    onlyUnanswered: filter.onlyUnanswered && t('inbox.unanswered'),
    onlyAwaitingApproval: filter.onlyAwaitingApproval && t('inbox.awaitingApproval'),
    onlyUndecided: filter.onlyUndecided && t('inbox.undecidedReplyShort'),
    answer: answer !== null && `${t('inbox.answer')}: ${t(`inbox.answers.${answer}`)}`,
    stars: filter.stars.length > 0 && `${t('rating.title')}: ${filter.stars.join(', ')}`,
    tags: filter.tags.map((tag) => `#${tag}`).join(' '),
    onlySnoozed: filter.onlySnoozed && t('snooze.resting'),
    withSnoozed: filter.withSnoozed && t('snooze.included'),
    from: from && `${t('inbox.from')} ${from}`,
    to: to && `${t('inbox.to')} ${to}`,
    clock: clock !== null && t(`clock.${clock}`),
    onlyWithAttachments: filter.onlyWithAttachments && t('inbox.hasAttachments'),
    topics: filter.topics.length > 0 && <TopicNames codes={filter.topics} />,
    area: area !== null && <AreaName code={area} />,
    onlyUnsure: filter.onlyUnsure && t('inbox.unsure'),
    incidentId: filter.incidentId !== null && t('incident.filter'),
    onlyLegalHold: filter.onlyLegalHold && t('legalHold.filter'),
  };
  return (Object.keys(names) as Kind[])
    .filter((key) => names[key])
    .map((key) => ({ key, name: names[key], without: { [key]: EVERYTHING[key] } }));
}
