import type { Agency } from '@app/api-contract';
import { Switch, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { agenciesKey, firstStepsKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { DialogForm } from '../layout/dialog-form.js';
import { OpenDialog } from '../layout/open-dialog.js';

const CODE = /^[a-z0-9-]{2,40}$/;

/** A new agency, or a change of `agency`, whose code stays. */
export function AgencyDialog({ agency, onClose }: { agency: Agency | null; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [name, setName] = useState(agency?.name ?? '');
  const [shortName, setShortName] = useState(agency?.shortName ?? '');
  const [code, setCode] = useState(agency?.code ?? '');
  const [isActive, setActive] = useState(agency?.isActive ?? true);
  const [isChecked, setChecked] = useState(false);
  const save = useMutation({
    mutationFn: () => {
      const names = { name: name.trim(), shortName: shortName.trim() };
      return agency === null
        ? callApi('createAgency', { body: { ...names, code } })
        : callApi('changeAgency', { params: { id: agency.id }, body: { ...names, isActive } });
    },
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: agenciesKey });
      void queryClient.invalidateQueries({ queryKey: firstStepsKey });
      onClose();
    },
  });
  return (
    <OpenDialog onClose={onClose} title={agency === null ? t('agencies.add') : t('agencies.changeTitle')}>
      <DialogForm
        error={save.error}
        submit={t('app.save')}
        isPending={save.isPending}
        onClose={onClose}
        onSubmit={() => {
          setChecked(true);
          if (CODE.test(code)) save.mutate();
        }}
      >
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
        {agency === null ? (
          <TextInput
            required
            label={t('agencies.code')}
            description={t('agencies.codeHelp')}
            value={code}
            error={isChecked && !CODE.test(code) && t('agencies.codeInvalid')}
            onChange={(event) => setCode(event.currentTarget.value.trim().toLowerCase())}
          />
        ) : (
          <Switch
            label={t('agencies.receives')}
            description={t('agencies.receivesHelp')}
            checked={isActive}
            onChange={(event) => setActive(event.currentTarget.checked)}
          />
        )}
      </DialogForm>
    </OpenDialog>
  );
}
