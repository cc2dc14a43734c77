import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi, type RouteAnswer } from '../api/call-api.js';
import { usersKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { DialogForm } from '../layout/dialog-form.js';
import { OpenDialog } from '../layout/open-dialog.js';
import { userBody, UserFields, type UserFieldValues } from './user-fields.js';

const NOBODY: UserFieldValues = { name: '', email: '', role: 'officer', agencyId: null };

interface Props {
  onInvited: (invitation: RouteAnswer<'inviteUser'>) => void;
  onClose: () => void;
}

export function InviteDialog({ onInvited, onClose }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [values, setValues] = useState(NOBODY);
  const invite = useMutation({
    mutationFn: () => callApi('inviteUser', { body: userBody(values) }),
    onSuccess: (invitation) => {
      void queryClient.invalidateQueries({ queryKey: usersKey });
      onInvited(invitation);
    },
  });
  return (
    <OpenDialog onClose={onClose} title={t('users.invite')}>
      <DialogForm
        error={invite.error}
        submit={t('users.submit')}
        isPending={invite.isPending}
        onClose={onClose}
        onSubmit={() => invite.mutate()}
      >
        <UserFields values={values} onChange={setValues} />
      </DialogForm>
    </OpenDialog>
  );
}
