import type { User } from '@app/api-contract';
import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { sessionKey, usersKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { DialogForm } from '../layout/dialog-form.js';
import { OpenDialog } from '../layout/open-dialog.js';
import { useSession } from '../session/use-session.js';
import { userBody, UserFields, type UserFieldValues } from './user-fields.js';

/** Name, e-mail, role and agency; says when it will sign the person out. */
export function ChangeUserDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const isMyself = useSession().user.id === user.id;
  const [values, setValues] = useState<UserFieldValues>(user);
  const body = userBody(values);
  const endsSessions = body.role !== user.role || body.agencyId !== user.agencyId;
  const save = useMutation({
    mutationFn: () => callApi('changeUser', { params: { id: user.id }, body }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: usersKey });
      if (isMyself) void queryClient.invalidateQueries({ queryKey: sessionKey });
      notifications.show({ message: t('app.saved') });
      onClose();
    },
  });
  return (
    <OpenDialog onClose={onClose} title={t('users.editWhat', { name: user.name })}>
      <DialogForm
        error={save.error}
        submit={t('app.save')}
        isPending={save.isPending}
        onClose={onClose}
        onSubmit={() => save.mutate()}
      >
        <UserFields values={values} onChange={setValues} />
        {endsSessions && (
          <Text size="sm" role="status">
            {t('users.endsSessions')}
          </Text>
        )}
      </DialogForm>
    </OpenDialog>
  );
}
