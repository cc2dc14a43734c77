import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { REPORT_LANGUAGES, REPORT_STATUSES } from '@app/report-model';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import { useLanguage } from '../locales/use-language.js';
import { useSession } from '../session/use-session.js';
import { useTaxonomy } from '../taxonomy/use-taxonomy.js';
import { ActiveFilters } from './active-filters.js';
import { ChoiceMenu } from './choice-menu.js';
import styles from './filter-bar.module.css';
import { EVERYTHING, isFiltered, NONE, type ReportFilter } from './report-filter.js';
import { FurtherFilters } from './further-filters.js';
import { SearchField } from './search-field.js';
import { useActiveFilters } from './use-active-filters.js';
import { useAgencies } from './use-agencies.js';
import { useChannels } from './use-channels.js';
import { useCounts } from './use-counts.js';

interface Props {
  filter: ReportFilter;
  onChange: (change: Partial<ReportFilter>) => void;
}

interface BarProps extends Props {
  /** Opens the filters, and takes the focus of what goes with a filter. */
  opener: RefObject<HTMLButtonElement | null>;
}

export function FilterBar({ filter, opener, onChange }: BarProps) {
  const { t } = useTranslation();
  const active = useActiveFilters(filter).length;
  const [isOpen, panel] = useDisclosure();
  return (
    <div className={styles.root}>
      <div className={styles.line}>
        <SearchField text={filter.text} onChange={(text) => onChange({ text })} />
        <Button
          ref={opener}
          variant={active > 0 ? 'light' : 'default'}
          px="xs"
          aria-label={active > 0 ? t('inbox.filtersCounted', { count: active }) : t('inbox.filters')}
          aria-expanded={isOpen}
          onClick={panel.toggle}
        >
          <Icon name="filter" />
          {active > 0 && <span className={styles.count}>{active}</span>}
        </Button>
      </div>
      <ActiveFilters
        filter={filter}
        onChange={(without) => {
          onChange(without);
          opener.current?.focus();
        }}
      />
      {isOpen && <FilterPanel filter={filter} onChange={onChange} />}
    </div>
  );
}

function FilterPanel({ filter, onChange }: Props) {
  const { t } = useTranslation();
  const { user } = useSession();
  const { channels, nameOf } = useChannels();
  const agencies = useAgencies();
  const [language] = useLanguage();
  const { counts, text } = useCounts();
  const topicGroups = useTaxonomy().data?.groups ?? [];
  return (
    <div className={styles.panel} role="group" aria-label={t('inbox.filters')}>
      <ChoiceMenu
        name={t('inbox.status')}
        choices={REPORT_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
        chosen={filter.statuses}
        onChange={(chosen) => onChange({ statuses: REPORT_STATUSES.filter((one) => chosen.includes(one)) })}
      />
      <ChoiceMenu
        name={t('inbox.channel')}
        choices={channels.map(({ code }) => ({ value: code, label: nameOf(code) }))}
        chosen={filter.channels}
        onChange={(chosen) => onChange({ channels: chosen })}
      />
      <ChoiceMenu
        name={t('facts.language')}
        choices={REPORT_LANGUAGES.map((one) => ({
          value: one,
          label: t(`reportLanguage.${one}`),
          count: text(counts?.byLanguage[one]),
        }))}
        chosen={filter.languages}
        onChange={(chosen) => onChange({ languages: REPORT_LANGUAGES.filter((one) => chosen.includes(one)) })}
      />
      <ChoiceMenu
        name={t('facts.topic')}
        choices={[
          ...topicGroups.map(({ code, name }) => ({ value: code, label: name[language] })),
          { value: NONE, label: t('overview.noTopic') },
        ]}
        chosen={filter.topics}
        onChange={(chosen) => onChange({ topics: chosen.toSorted() })}
      />
      {user.role !== 'agency-member' && (
        <NativeSelect
          aria-label={t('inbox.agency')}
          value={filter.agencyId ?? ''}
          onChange={(event) => onChange({ agencyId: event.currentTarget.value || null })}
          data={[
            { value: '', label: t('inbox.anyAgency') },
            ...agencies.map(({ id, shortName }) => ({ value: id, label: shortName })),
          ]}
        />
      )}
      <NativeSelect
        aria-label={t('clock.filter')}
        value={filter.clock ?? ''}
        onChange={(event) =>
          onChange({ clock: (event.currentTarget.value || null) as ReportFilter['clock'] })
        }
        data={[
          { value: '', label: t('clock.any') },
          { value: 'soon', label: t('clock.soon') },
          { value: 'overdue', label: t('clock.overdue') },
        ]}
      />
      <NativeSelect
        aria-label={t('inbox.order')}
        value={filter.order}
        onChange={(event) => onChange({ order: event.currentTarget.value as ReportFilter['order'] })}
        data={[
          { value: 'newest', label: t('inbox.newest') },
          { value: 'oldest', label: t('inbox.oldest') },
          { value: 'due', label: t('inbox.byDue') },
        ]}
      />
      <Checkbox
        size="xs"
        label={t('inbox.onlyWithAttachments')}
        checked={filter.onlyWithAttachments}
        onChange={(event) => onChange({ onlyWithAttachments: event.currentTarget.checked })}
      />
      <Checkbox
        size="xs"
        label={t('inbox.onlyUnsure')}
        checked={filter.onlyUnsure}
        onChange={(event) => onChange({ onlyUnsure: event.currentTarget.checked })}
      />
      <FurtherFilters filter={filter} onChange={onChange} />
      {isFiltered(filter) && (
        <Button variant="subtle" className={styles.reset} onClick={() => onChange(EVERYTHING)}>
          {t('inbox.reset')}
        </Button>
      )}
    </div>
  );
}
