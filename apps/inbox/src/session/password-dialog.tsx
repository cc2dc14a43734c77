import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { useMutation } from '../api/use-mutation.js';
import { DialogForm } from '../layout/dialog-form.js';
import { OpenDialog } from '../layout/open-dialog.js';
import { SecretInput } from '../layout/secret-input.js';

const MIN_PASSWORD = 12;

/** One's own password, for which the present one is asked. */
export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [repeated, setRepeated] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isTooShort = newPassword.length < MIN_PASSWORD;
  const isMismatch = newPassword !== repeated;
  const save = useMutation({
    mutationFn: () => callApi('changePassword', { body: { currentPassword, newPassword } }),
    onSuccess: () => {
      notifications.show({ message: t('password.changed') });
      onClose();
    },
  });
  return (
    <OpenDialog onClose={onClose} title={t('password.title')}>
      <DialogForm
        error={save.error}
        submit={t('app.save')}
        isPending={save.isPending}
        onClose={onClose}
        onSubmit={() => {
          setChecked(true);
          if (!isTooShort && !isMismatch) save.mutate();
        }}
      >
        <SecretInput
          required
          data-autofocus
          label={t('password.current')}
          autoComplete="current-password"
          value={currentPassword}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <SecretInput
          required
          label={t('password.new')}
          description={t('activation.passwordHelp')}
          autoComplete="new-password"
          value={newPassword}
          error={isChecked && isTooShort && t('activation.tooShort')}
          onChange={(event) => setNew(event.currentTarget.value)}
        />
        <SecretInput
          required
          label={t('activation.repeat')}
          autoComplete="new-password"
          value={repeated}
          error={isChecked && !isTooShort && isMismatch && t('activation.mismatch')}
          onChange={(event) => setRepeated(event.currentTarget.value)}
        />
      </DialogForm>
    </OpenDialog>
  );
}
