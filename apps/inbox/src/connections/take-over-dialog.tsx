import type { Connection } from '@app/api-contract';
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';
import { OpenDialog } from '../layout/open-dialog.js';

interface Props {
  connection: Connection;
  /** At least one. */
  predecessors: readonly Connection[];
  onClose: () => void;
}

/** People and conversations of another connection go on in this one, once somebody has read what that means. */
export function TakeOverDialog({ connection, predecessors, onClose }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const [predecessorId, setPredecessorId] = useState(predecessors[0]?.id ?? '');
  const takeOver = useMutation({
    mutationFn: () =>
      callApi('takeOverConnection', { params: { id: connection.id }, body: { predecessorId } }),
    onSuccess: async (result) => {
      notifications.show({ color: 'green', message: t('connections.takenOver', { ...result }) });
      // Every list and every report may show another connection now.
      await queryClient.invalidateQueries();
      onClose();
    },
    onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
  });
  return (
    <OpenDialog onClose={onClose} title={t('connections.takeOverTitle', { name: connection.name })}>
      <Stack>
        <NativeSelect
          data-autofocus
          label={t('connections.takeOverFrom')}
          data={predecessors.map(({ id, name }) => ({ value: id, label: name }))}
          value={predecessorId}
          onChange={(event) => setPredecessorId(event.currentTarget.value)}
        />
        <Text size="sm">{t('connections.takeOverHelp')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button loading={takeOver.isPending} onClick={() => takeOver.mutate()}>
            {t('connections.takeOver')}
          </Button>
        </Group>
      </Stack>
    </OpenDialog>
  );
}
