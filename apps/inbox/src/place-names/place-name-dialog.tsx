import type { PlaceAliasView } from '@app/api-contract';
import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { useMutation } from '../api/use-mutation.js';
import { DialogForm } from '../layout/dialog-form.js';
import { OpenDialog } from '../layout/open-dialog.js';
import { AreaPicker } from './area-picker.js';
import { PlaceTrial } from './place-trial.js';
import { usePlaceNamesRefresh } from './use-place-names.js';

/** What the dialog begins with; without an id it is a new name. */
export type PlaceNameStart = Partial<Pick<PlaceAliasView, 'id' | 'name' | 'areas'>>;

interface Props {
  start: PlaceNameStart;
  onClose: () => void;
}

export function PlaceNameDialog({ start, onClose }: Props) {
  const { t } = useTranslation();
  const refresh = usePlaceNamesRefresh();
  const [name, setName] = useState(start.name ?? '');
  const [areas, setAreas] = useState(start.areas ?? []);
  const id = start.id ?? null;
  const codes = areas.map(({ code }) => code);
  const save = useMutation({
    mutationFn: () => {
      const body = { name, codes };
      return id === null
        ? callApi('addPlaceAlias', { body })
        : callApi('changePlaceAlias', { params: { id }, body });
    },
    onSuccess: () => {
      void refresh();
      onClose();
    },
  });
  return (
    <OpenDialog onClose={onClose} size="lg" title={t(id === null ? 'placeNames.add' : 'placeNames.change')}>
      <DialogForm
        error={save.error}
        submit={t('app.save')}
        isPending={save.isPending}
        onClose={onClose}
        onSubmit={() => save.mutate()}
      >
        <TextInput
          required
          data-autofocus
          label={t('placeNames.name')}
          description={t('placeNames.nameHelp')}
          minLength={2}
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <AreaPicker areas={areas} onChange={setAreas} />
        {areas.length > 1 && <Text size="sm">{t('placeNames.severalHelp')}</Text>}
        <PlaceTrial draft={{ id, name, codes }} />
      </DialogForm>
    </OpenDialog>
  );
}
