import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { apiTokensKey, usersKey } from '../api/query-keys.js';
import { askedOf, NO_FILTER, type AuditFilter } from './audit-filter.js';
import styles from './audit-log.module.css';
import { useAuditWords } from './use-audit-words.js';

interface Props {
  filter: AuditFilter;
  onChange: (filter: AuditFilter) => void;
}

/** Person, action, thing and time. */
export function AuditFilters({ filter, onChange }: Props) {
  const { t } = useTranslation();
  const { actionChoices, subjectChoices } = useAuditWords();
  const users = useQuery({
    queryKey: usersKey,
    queryFn: ({ signal }) => callApi('listUsers', { signal }),
  });
  const tokens = useQuery({
    queryKey: apiTokensKey,
    queryFn: ({ signal }) => callApi('listApiTokens', { signal }),
  });
  const bind = (name: keyof AuditFilter) => ({
    value: filter[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...filter, [name]: event.currentTarget.value }),
  });
  const people = [
    { value: '', label: t('audit.anybody') },
    ...(users.data ?? []).map(({ id, name, email }) => ({ value: id, label: name || email })),
    ...(tokens.data ?? []).map(({ id, name }) => ({ value: id, label: t('audit.program', { name }) })),
    { value: 'system', label: t('audit.system') },
  ];
  return (
    <form
      className={styles.filters}
      role="search"
      aria-label={t('audit.filters')}
      onSubmit={(event) => event.preventDefault()}
    >
      <NativeSelect label={t('audit.person')} data={people} {...bind('actor')} />
      <NativeSelect
        label={t('audit.action')}
        data={[{ value: '', label: t('audit.anything') }, ...actionChoices]}
        {...bind('action')}
      />
      <NativeSelect
        label={t('audit.thing')}
        data={[{ value: '', label: t('audit.everything') }, ...subjectChoices]}
        {...bind('subjectKind')}
      />
      <TextInput label={t('audit.ticket')} maxLength={40} {...bind('ticketCode')} />
      <TextInput type="date" label={t('audit.from')} max={filter.to || undefined} {...bind('from')} />
      <TextInput type="date" label={t('audit.to')} min={filter.from || undefined} {...bind('to')} />
      {Object.keys(askedOf(filter)).length > 0 && (
        <Button variant="default" onClick={() => onChange(NO_FILTER)}>
          {t('audit.reset')}
        </Button>
      )}
    </form>
  );
}
