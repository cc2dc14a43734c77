import { REPORT_FLAGS } from '@app/report-model';
import { Checkbox, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { connectionsKey, tagsKey } from '../api/query-keys.js';
import { useSession } from '../session/use-session.js';
import { useRegionMap } from '../map/use-region-map.js';
import { ChoiceMenu } from './choice-menu.js';
import styles from './filter-bar.module.css';
import { ANSWERS, NONE, STARS, type ReportFilter } from './report-filter.js';

interface Props {
  filter: ReportFilter;
  onChange: (change: Partial<ReportFilter>) => void;
}

/** Marks, people, connection, time and tags. */
export function FurtherFilters({ filter, onChange }: Props) {
  const { t } = useTranslation();
  const { user } = useSession();
  const { data: { districts = [] } = {} } = useRegionMap();
  const { data: tags = [] } = useQuery({
    queryKey: tagsKey,
    queryFn: ({ signal }) => callApi('listTags', { signal }),
  });
  const { data: connections = [] } = useQuery({
    enabled: user.role !== 'agency-member',
    queryKey: connectionsKey,
    queryFn: ({ signal }) => callApi('listConnections', { signal }),
  });
  const nameOfLarger = (area: string) =>
    area.endsWith(`.${NONE}`) ? t('overview.largerArea', { name: area.slice(0, -NONE.length - 1) }) : area;
  return (
    <>
      <ChoiceMenu
        name={t('classification.flags')}
        choices={REPORT_FLAGS.map((flag) => ({ value: flag, label: t(`flag.${flag}`) }))}
        chosen={filter.flags}
        onChange={(chosen) => onChange({ flags: REPORT_FLAGS.filter((one) => chosen.includes(one)) })}
      />
      <NativeSelect
        aria-label={t('report.assignee')}
        value={filter.assignee ?? ''}
        onChange={(event) =>
          onChange({ assignee: (event.currentTarget.value || null) as ReportFilter['assignee'] })
        }
        data={[
          { value: '', label: t('inbox.anyAssignee') },
          { value: 'me', label: t('inbox.mine') },
          { value: 'none', label: t('report.nobody') },
        ]}
      />
      {(districts.length > 0 || filter.area !== null) && (
        <NativeSelect
          aria-label={t('map.district')}
          value={filter.area ?? ''}
          onChange={(event) => onChange({ area: event.currentTarget.value || null })}
          data={[
            { value: '', label: t('map.anyDistrict') },
            { value: NONE, label: t('overview.noArea') },
            ...districts.map(({ code, name }) => ({ value: code, label: name })),
            ...(filter.area === null ||
            filter.area === NONE ||
            districts.some(({ code }) => code === filter.area)
              ? []
              : [{ value: filter.area, label: nameOfLarger(filter.area) }]),
          ]}
        />
      )}
      <NativeSelect
        aria-label={t('inbox.answer')}
        value={filter.answer ?? ''}
        onChange={(event) =>
          onChange({ answer: (event.currentTarget.value || null) as ReportFilter['answer'] })
        }
        data={[
          { value: '', label: t('inbox.anyAnswer') },
          ...ANSWERS.map((value) => ({ value, label: t(`inbox.answers.${value}`) })),
        ]}
      />
      <ChoiceMenu
        name={t('rating.title')}
        choices={STARS.map((stars) => ({ value: String(stars), label: t('rating.stars', { stars }) }))}
        chosen={filter.stars.map(String)}
        onChange={(chosen) => onChange({ stars: STARS.filter((one) => chosen.includes(String(one))) })}
      />
      {connections.length > 0 && (
        <NativeSelect
          aria-label={t('inbox.connection')}
          value={filter.connectionId ?? ''}
          onChange={(event) => onChange({ connectionId: event.currentTarget.value || null })}
          data={[
            { value: '', label: t('inbox.anyConnection') },
            ...connections.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <TagsInput
        aria-label={t('tags.label')}
        placeholder={filter.tags.length === 0 ? t('tags.label') : undefined}
        data={tags}
        maxTags={12}
        value={[...filter.tags]}
        onChange={(chosen) => onChange({ tags: chosen.map((tag) => tag.toLowerCase()).sort() })}
      />
      <TextInput
        type="date"
        size="xs"
        label={t('inbox.from')}
        value={filter.from ?? ''}
        onChange={(event) => onChange({ from: event.currentTarget.value || null })}
      />
      <TextInput
        type="date"
        size="xs"
        label={t('inbox.to')}
        value={filter.to ?? ''}
        onChange={(event) => onChange({ to: event.currentTarget.value || null })}
      />
      <Checkbox
        className={styles.box}
        size="xs"
        label={t('inbox.unanswered')}
        checked={filter.onlyUnanswered}
        onChange={(event) => onChange({ onlyUnanswered: event.currentTarget.checked })}
      />
      <Checkbox
        className={styles.box}
        size="xs"
        label={t('inbox.awaitingApproval')}
        checked={filter.onlyAwaitingApproval}
        onChange={(event) => onChange({ onlyAwaitingApproval: event.currentTarget.checked })}
      />
      <Checkbox
        className={styles.box}
        size="xs"
        label={t('inbox.undecidedReply')}
        checked={filter.onlyUndecided}
        onChange={(event) => onChange({ onlyUndecided: event.currentTarget.checked })}
      />
      <Checkbox
        className={styles.box}
        size="xs"
        label={t('snooze.resting')}
        checked={filter.onlySnoozed}
        onChange={(event) => onChange({ onlySnoozed: event.currentTarget.checked, withSnoozed: false })}
      />
      <Checkbox
        className={styles.box}
        size="xs"
        label={t('snooze.included')}
        checked={filter.withSnoozed}
        onChange={(event) => onChange({ withSnoozed: event.currentTarget.checked, onlySnoozed: false })}
      />
      <Checkbox
        className={styles.box}
        size="xs"
        label={t('legalHold.filter')}
        checked={filter.onlyLegalHold}
        onChange={(event) => onChange({ onlyLegalHold: event.currentTarget.checked })}
      />
    </>
  );
}
