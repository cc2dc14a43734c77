import type { User } from '@app/api-contract';
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAgencies } from '../reports/use-agencies.js';

const ROLES: readonly User['role'][] = ['officer', 'agency-member', 'admin'];

export type UserFieldValues = Pick<User, 'name' | 'email' | 'role' | 'agencyId'>;

/** As the server takes it: only an agency member has an agency. */
export const userBody = ({ name, email, role, agencyId }: UserFieldValues): UserFieldValues => ({
  name: name.trim(),
  email: email.trim(),
  role,
  agencyId: role === 'agency-member' ? agencyId : null,
});

interface Props {
  values: UserFieldValues;
  onChange: (values: UserFieldValues) => void;
}

/** Who somebody is, and as what they sign in. */
export function UserFields({ values, onChange }: Props) {
  const { t } = useTranslation();
  const agencies = useAgencies().filter(({ id, isActive }) => isActive || id === values.agencyId);
  return (
    <>
      <TextInput
        required
        data-autofocus
        label={t('users.name')}
        minLength={2}
        maxLength={100}
        value={values.name}
        onChange={(event) => onChange({ ...values, name: event.currentTarget.value })}
      />
      <TextInput
        required
        type="email"
        label={t('users.email')}
        maxLength={254}
        value={values.email}
        onChange={(event) => onChange({ ...values, email: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('users.role')}
        value={values.role}
        onChange={(event) => onChange({ ...values, role: event.currentTarget.value as User['role'] })}
        data={ROLES.map((one) => ({ value: one, label: t(`role.${one}`) }))}
      />
      {values.role === 'agency-member' && (
        <NativeSelect
          required
          label={t('users.agency')}
          value={values.agencyId ?? ''}
          onChange={(event) => onChange({ ...values, agencyId: event.currentTarget.value || null })}
          data={[
            { value: '', label: t('users.chooseAgency') },
            ...agencies.map((agency) => ({ value: agency.id, label: agency.shortName })),
          ]}
        />
      )}
    </>
  );
}
