import type { User } from '@app/api-contract';
import { Badge, Button, Table } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi, type RouteAnswer } from '../api/call-api.js';
import { usersKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';
import { ConfirmedButton } from '../layout/confirmed-button.js';
import { LoadFailure } from '../layout/load-failure.js';
import { PageFrame } from '../layout/page-frame.js';
import { Waiting } from '../layout/waiting.js';
import { Time } from '../locales/time.js';
import { useAgencies } from '../reports/use-agencies.js';
import { useSession } from '../session/use-session.js';
import { ChangeUserDialog } from './change-user-dialog.js';
import { InviteDialog } from './invite-dialog.js';
import { LinkDialog } from './link-dialog.js';
import styles from './users-page.module.css';

type Invitation = RouteAnswer<'inviteUser'>;

export default function UsersPage() {
  const { t } = useTranslation();
  const [isInviting, setInviting] = useState(false);
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const users = useQuery({
    queryKey: usersKey,
    queryFn: ({ signal }) => callApi('listUsers', { signal }),
  });
  const invited = (made: Invitation) => {
    setInviting(false);
    setInvitation(made);
  };
  return (
    <PageFrame
      title={t('users.title')}
      lead={t('users.lead')}
      action={<Button onClick={() => setInviting(true)}>{t('users.invite')}</Button>}
    >
      {users.isError && <LoadFailure error={users.error} onRetry={users.refetch} />}
      {users.isPending && <Waiting />}
      {users.data && (
        <Table.ScrollContainer minWidth={0}>
          <Table aria-label={t('users.list')} verticalSpacing="sm">
            <Table.Tbody>
              {users.data.map((user) => (
                <UserRow key={user.id} user={user} onLink={setInvitation} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {isInviting && <InviteDialog onInvited={invited} onClose={() => setInviting(false)} />}
      {invitation && <LinkDialog invitation={invitation} onClose={() => setInvitation(null)} />}
    </PageFrame>
  );
}

function UserRow({ user, onLink }: { user: User; onLink: (invitation: Invitation) => void }) {
  const { t } = useTranslation();
  const agency = useAgencies().find(({ id }) => id === user.agencyId);
  const isMyself = useSession().user.id === user.id;
  const [isChanging, setChanging] = useState(false);
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const refresh = {
    onError: (error: unknown) =>
      notifications.show({ color: 'red', message: problemText(error), withCloseButton: true }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: usersKey }),
  };
  const toggle = useMutation({
    ...refresh,
    mutationFn: () =>
      callApi('changeUser', { params: { id: user.id }, body: { isDisabled: !user.isDisabled } }),
  });
  const reset = useMutation({
    ...refresh,
    mutationFn: () => callApi('resetPassword', { params: { id: user.id } }),
    onSuccess: onLink,
  });
  const state = user.isDisabled ? 'disabled' : user.hasPassword ? 'active' : 'invited';
  return (
    <Table.Tr>
      <Table.Td>
        <div className={styles.person}>
          <div>
            <strong>{user.name}</strong> <Badge variant="light">{t(`role.${user.role}`)}</Badge>{' '}
            {state !== 'active' && <Badge color="gray">{t(`users.${state}`)}</Badge>}
            <div className={styles.quiet}>
              {[user.email, agency?.shortName].filter(Boolean).join(' · ')}
              {' · '}
              {user.lastLoginAt ? (
                <>
                  {t('users.lastLogin')} <Time at={user.lastLoginAt} />
                </>
              ) : (
                t('users.never')
              )}
            </div>
          </div>
          <div
            className={styles.actions}
            role="group"
            aria-label={t('users.actionsFor', { name: user.name })}
          >
            <Button size="compact-sm" variant="default" onClick={() => setChanging(true)}>
              {t('app.edit')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              loading={reset.isPending}
              onClick={() => reset.mutate()}
            >
              {t('users.resetLink')}
            </Button>
            {user.isDisabled ? (
              <Button
                size="compact-sm"
                variant="default"
                loading={toggle.isPending}
                onClick={() => toggle.mutate()}
              >
                {t('users.enable')}
              </Button>
            ) : (
              <ConfirmedButton
                size="compact-sm"
                variant="default"
                name={t('users.disable')}
                label={t('users.disableWhat', { name: user.name })}
                question={t(isMyself ? 'users.disableMyself' : 'users.disableQuestion')}
                loading={toggle.isPending}
                onConfirm={() => toggle.mutate()}
              />
            )}
          </div>
          {isChanging && <ChangeUserDialog user={user} onClose={() => setChanging(false)} />}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}
