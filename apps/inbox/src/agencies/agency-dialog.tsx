import { Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { agenciesKey } from '../api/query-keys.js';
import { FormActions } from '../layout/form-actions.js';

const CODE = /^[a-z0-9-]{2,40}$/;

export function AgencyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [shortName, setShortName] = useState('');
  const [code, setCode] = useState('');
  const [isChecked, setChecked] = useState(false);
  const create = useMutation({
    mutationFn: () =>
      callApi('createAgency', { body: { name: name.trim(), shortName: shortName.trim(), code } }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: agenciesKey });
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('agencies.add')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (CODE.test(code) && !create.isPending) create.mutate();
        }}
      >
        <Stack>
          <TextInput
            required
            data-autofocus
            label={t('agencies.name')}
            minLength={2}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            required
            label={t('agencies.shortName')}
            minLength={2}
            maxLength={40}
            value={shortName}
            onChange={(event) => setShortName(event.currentTarget.value)}
          />
          <TextInput
            required
            label={t('agencies.code')}
            description={t('agencies.codeHelp')}
            value={code}
            error={isChecked && !CODE.test(code) && t('agencies.codeInvalid')}
            onChange={(event) => setCode(event.currentTarget.value.trim().toLowerCase())}
          />
          <FormActions
            error={create.error}
            submit={t('app.save')}
            isPending={create.isPending}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Modal>
  );
}
