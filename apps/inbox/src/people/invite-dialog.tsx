import type { User } from '@app/api-contract';
import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/api-problem.js';
import { callApi, type RouteAnswer } from '../api/call-api.js';
import { usersKey } from '../api/query-keys.js';
import { DialogForm } from '../layout/dialog-form.js';
import { OpenDialog } from '../layout/open-dialog.js';
import { useAgencies } from '../reports/use-agencies.js';

const ROLES: readonly User['role'][] = ['officer', 'agency-member', 'admin'];

interface Props {
  onInvited: (invitation: RouteAnswer<'inviteUser'>) => void;
  onClose: () => void;
}

export function InviteDialog({ onInvited, onClose }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const agencies = useAgencies().filter(({ isActive }) => isActive);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<User['role']>('officer');
  const [agencyId, setAgencyId] = useState('');
  const needsAgency = role === 'agency-member';
  const invite = useMutation({
    mutationFn: () =>
      callApi('inviteUser', {
        body: { name: name.trim(), email: email.trim(), role, agencyId: needsAgency ? agencyId : null },
      }),
    onSuccess: (invitation) => {
      void queryClient.invalidateQueries({ queryKey: usersKey });
      onInvited(invitation);
    },
  });
  const fields = invite.error instanceof ApiProblem ? invite.error.fields : {};
  return (
    <OpenDialog onClose={onClose} title={t('users.invite')}>
      <DialogForm
        error={invite.error}
        submit={t('users.submit')}
        isPending={invite.isPending}
        onClose={onClose}
        onSubmit={() => invite.mutate()}
      >
        <TextInput
          required
          data-autofocus
          label={t('users.name')}
          minLength={2}
          maxLength={100}
          value={name}
          error={fields['name']}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          required
          type="email"
          label={t('users.email')}
          maxLength={254}
          value={email}
          error={fields['email']}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('users.role')}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value as User['role'])}
          data={ROLES.map((one) => ({ value: one, label: t(`role.${one}`) }))}
        />
        {needsAgency && (
          <NativeSelect
            required
            label={t('users.agency')}
            value={agencyId}
            error={fields['agencyId']}
            onChange={(event) => setAgencyId(event.currentTarget.value)}
            data={[
              { value: '', label: t('users.chooseAgency') },
              ...agencies.map((agency) => ({ value: agency.id, label: agency.shortName })),
            ]}
          />
        )}
      </DialogForm>
    </OpenDialog>
  );
}
