import type { RegionMap } from '@app/api-contract';
import { Alert, Button, Group, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/api-problem.js';
import { callApi } from '../api/call-api.js';
import { regionMapKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';
import styles from './map-settings.module.css';

/** The server that maps take tiles from: none until an admin names one. */
export function TilesForm({ tiles }: Pick<RegionMap, 'tiles'>) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  const [address, setAddress] = useState(tiles?.address ?? '');
  const [attribution, setAttribution] = useState(tiles?.attribution ?? '');
  const save = useMutation({
    mutationFn: () =>
      callApi('changeMap', {
        body: { tiles: address.trim() === '' ? null : { address: address.trim(), attribution } },
      }),
    onSuccess: (map) => {
      queryClient.setQueryData(regionMapKey, map);
      notifications.show({ message: t('map.tilesSaved') });
    },
  });
  const isWrongAddress = save.error instanceof ApiProblem && 'tiles.address' in save.error.fields;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate();
      }}
      className={styles.form}
    >
      <TextInput
        label={t('map.tilesAddress')}
        description={t('map.tilesHelp')}
        placeholder={t('map.tilesExample')}
        maxLength={300}
        value={address}
        error={isWrongAddress && t('map.tilesAddressWrong')}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      {address.trim() !== '' && (
        <TextInput
          required
          label={t('map.attribution')}
          description={t('map.attributionHelp')}
          maxLength={200}
          value={attribution}
          onChange={(event) => setAttribution(event.currentTarget.value)}
        />
      )}
      {save.isError && !isWrongAddress && (
        <Alert color="red" role="alert">
          {problemText(save.error)}
        </Alert>
      )}
      <Group>
        <Button type="submit" variant="default" loading={save.isPending}>
          {t('map.saveTiles')}
        </Button>
      </Group>
    </form>
  );
}
