import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi, type RouteBody } from '../api/call-api.js';
import { reportsKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';

const UNDO_MS = 8_000;

/** What was done, for the officer to read, and the way back. */
interface Done {
  readonly message: string;
  readonly undo: () => Promise<unknown>;
}

/** What joins or separates reports changes all of them; for some seconds each can be taken back. */
export function useIncidentActions(reportId: string) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  const params = { id: reportId };
  const { mutateAsync } = useMutation({
    mutationFn: (change: () => Promise<Done | null>) => change(),
    onSuccess: (done) => done && say(done),
    onSettled: () => queryClient.invalidateQueries({ queryKey: reportsKey }),
  });
  const fail = (error: unknown) => notifications.show({ color: 'red', message: problemText(error) });
  const run = (change: () => Promise<Done | null>) => void mutateAsync(change).catch(fail);

  const say = ({ message, undo }: Done) => {
    const id = `incident-${reportId}`;
    const takeBack = () => {
      notifications.hide(id);
      run(async () => {
        await undo();
        notifications.show({ message: t('incident.back') });
        return null;
      });
    };
    notifications.hide(id);
    notifications.show({
      id,
      autoClose: UNDO_MS,
      withCloseButton: true,
      message: (
        <Group justify="space-between" gap="sm" wrap="nowrap">
          {message}
          <Button size="compact-sm" variant="light" flex="none" onClick={takeBack}>
            {t('app.undo')}
          </Button>
        </Group>
      ),
    });
  };

  const joined = async (body: RouteBody<'joinIncident'>): Promise<Done> => {
    const { joinId } = await callApi('joinIncident', { params, body });
    return {
      message: t('incident.joined'),
      undo: () => callApi('undoIncidentJoin', { params: { id: joinId } }),
    };
  };

  return {
    join: (otherId: string) => run(() => joined({ otherId })),
    /** Fails where no report has the code, for the field to say so. */
    joinByCode: (ticketCode: string) => mutateAsync(() => joined({ ticketCode })),
    refuse: ({ id: otherId, ticketCode: code }: { id: string; ticketCode: string }) =>
      run(async () => {
        const body = { otherId };
        await callApi('refuseIncident', { params, body });
        return {
          message: t('incident.refused', { code }),
          undo: () => callApi('undoIncidentRefusal', { params, body }),
        };
      }),
    /** @param otherId a report that stays in the incident, to come back to */
    leave: (otherId: string) =>
      run(async () => {
        await callApi('leaveIncident', { params });
        return {
          message: t('incident.left'),
          undo: () => callApi('joinIncident', { params, body: { otherId } }),
        };
      }),
  };
}

export type IncidentActions = ReturnType<typeof useIncidentActions>;
