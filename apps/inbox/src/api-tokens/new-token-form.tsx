import type { ApiToken } from '@app/api-contract';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/api-problem.js';
import { DialogForm } from '../layout/dialog-form.js';
import { useAgencies } from '../reports/use-agencies.js';
import type { useCreateToken } from './use-api-tokens.js';

const ROLES: readonly ApiToken['role'][] = ['officer', 'agency-member', 'admin'];
/** Days; 0 stands for "until revoked". */
const VALID_FOR = [30, 90, 365, 0];

interface Props {
  create: ReturnType<typeof useCreateToken>;
  onClose: () => void;
}

export function NewTokenForm({ create, onClose }: Props) {
  const { t } = useTranslation();
  const agencies = useAgencies().filter(({ isActive }) => isActive);
  const [name, setName] = useState('');
  const [role, setRole] = useState<ApiToken['role']>('officer');
  const [agencyId, setAgencyId] = useState('');
  const [isReadOnly, setReadOnly] = useState(true);
  const [days, setDays] = useState(365);
  const needsAgency = role === 'agency-member';
  const fields = create.error instanceof ApiProblem ? create.error.fields : {};
  const submit = () =>
    create.mutate({
      ...{ name: name.trim(), role, isReadOnly },
      agencyId: needsAgency ? agencyId : null,
      days,
    });
  return (
    <DialogForm
      error={create.error}
      submit={t('apiTokens.add')}
      isPending={create.isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        required
        data-autofocus
        label={t('apiTokens.name')}
        description={t('apiTokens.nameHelp')}
        minLength={2}
        maxLength={100}
        value={name}
        error={fields['name']}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('apiTokens.role')}
        value={role}
        onChange={(event) => setRole(ROLES.find((one) => one === event.currentTarget.value) ?? 'officer')}
        data={ROLES.map((one) => ({ value: one, label: t(`role.${one}`) }))}
      />
      {needsAgency && (
        <NativeSelect
          required
          label={t('apiTokens.agency')}
          value={agencyId}
          error={fields['agencyId']}
          onChange={(event) => setAgencyId(event.currentTarget.value)}
          data={[
            { value: '', label: t('apiTokens.chooseAgency') },
            ...agencies.map((agency) => ({ value: agency.id, label: agency.shortName })),
          ]}
        />
      )}
      <Checkbox
        label={t('apiTokens.readOnly')}
        description={t('apiTokens.readOnlyHelp')}
        checked={isReadOnly}
        onChange={(event) => setReadOnly(event.currentTarget.checked)}
      />
      <NativeSelect
        label={t('apiTokens.expiry')}
        value={days}
        onChange={(event) => setDays(Number(event.currentTarget.value))}
        data={VALID_FOR.map((count) => ({
          value: String(count),
          label: count === 0 ? t('apiTokens.forever') : t('apiTokens.days', { count }),
        }))}
      />
    </DialogForm>
  );
}
