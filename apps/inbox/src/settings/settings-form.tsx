import type { SystemSettings } from '@app/api-contract';
import { DELETION_RULES, REPLY_APPROVALS } from '@app/report-model';
import { Alert, Button, Group, NativeSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { sessionKey, settingsKey } from '../api/query-keys.js';
import { useProblemText } from '../api/use-problem-text.js';
import { useSession } from '../session/use-session.js';

const LONGEST_JOIN_WINDOW = 43_200;

export function SettingsForm({ settings }: { settings: SystemSettings }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const isAdmin = useSession().user.role === 'admin';
  const [organisationName, setOrganisationName] = useState(settings.organisationName);
  const [joinWindowMinutes, setJoinWindow] = useState<number | string>(settings.joinWindowMinutes);
  const [maxMediaMegabytes, setMaxMedia] = useState<number | string>(settings.maxMediaMegabytes);
  const [deletionRule, setDeletionRule] = useState(settings.deletionRule);
  const [replyApproval, setReplyApproval] = useState(settings.replyApproval);
  const save = useMutation({
    mutationFn: () =>
      callApi('changeSettings', {
        body: {
          organisationName: organisationName.trim(),
          joinWindowMinutes: Number(joinWindowMinutes),
          maxMediaMegabytes: Number(maxMediaMegabytes),
          deletionRule,
          replyApproval,
        },
      }),
    onSuccess: (saved) => {
      queryClient.setQueryData(settingsKey, saved);
      void queryClient.invalidateQueries({ queryKey: sessionKey });
      notifications.show({ message: t('app.saved') });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate();
      }}
    >
      <Stack maw="32rem">
        {!isAdmin && <Text size="sm">{t('settings.readOnly')}</Text>}
        <TextInput
          required
          label={t('settings.organisationName')}
          minLength={2}
          maxLength={120}
          readOnly={!isAdmin}
          value={organisationName}
          onChange={(event) => setOrganisationName(event.currentTarget.value)}
        />
        <NumberInput
          required
          label={t('settings.joinWindow')}
          description={t('settings.joinWindowHelp')}
          min={0}
          max={LONGEST_JOIN_WINDOW}
          allowDecimal={false}
          readOnly={!isAdmin}
          value={joinWindowMinutes}
          onChange={setJoinWindow}
        />
        <NumberInput
          required
          label={t('settings.maxMedia')}
          description={t('settings.maxMediaHelp')}
          min={1}
          max={100}
          allowDecimal={false}
          readOnly={!isAdmin}
          value={maxMediaMegabytes}
          onChange={setMaxMedia}
        />
        <NativeSelect
          label={t('settings.deletionRule')}
          description={t('settings.deletionRuleHelp')}
          disabled={!isAdmin}
          value={deletionRule}
          onChange={(event) => setDeletionRule(event.currentTarget.value === 'erase' ? 'erase' : 'hide')}
          data={DELETION_RULES.map((rule) => ({ value: rule, label: t(`settings.deletionRules.${rule}`) }))}
        />
        <NativeSelect
          label={t('settings.replyApproval')}
          description={t('settings.replyApprovalHelp')}
          disabled={!isAdmin}
          value={replyApproval}
          onChange={(event) =>
            setReplyApproval(REPLY_APPROVALS.find((one) => one === event.currentTarget.value) ?? 'none')
          }
          data={REPLY_APPROVALS.map((rule) => ({ value: rule, label: t(`settings.replyApprovals.${rule}`) }))}
        />
        {save.isError && (
          <Alert color="red" role="alert">
            {problemText(save.error)}
          </Alert>
        )}
        {isAdmin && (
          <Group>
            <Button type="submit" loading={save.isPending}>
              {t('app.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
