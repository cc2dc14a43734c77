import type { SystemSettings } from '@app/api-contract';
import { DELETION_RULES, REPLY_APPROVALS } from '@app/report-model';
import { Alert, Button, Group, NativeSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { sessionKey, settingsKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';
import { LeaveQuestion } from '../layout/leave-question.js';
import { useSession } from '../session/use-session.js';

const LONGEST_JOIN_WINDOW = 43_200;

const SETTING_NAMES = [
  'organisationName',
  'joinWindowMinutes',
  'maxMediaMegabytes',
  'deletionRule',
  'replyApproval',
] as const;

/** As they are typed: an emptied number is no number. */
type Changes = {
  [Name in keyof SystemSettings]?: SystemSettings[Name] extends number
    ? number | string
    : SystemSettings[Name];
};

function bodyOf({ joinWindowMinutes, maxMediaMegabytes, organisationName, ...rest }: Changes) {
  return {
    ...rest,
    ...(organisationName === undefined ? {} : { organisationName: organisationName.trim() }),
    ...(joinWindowMinutes === undefined ? {} : { joinWindowMinutes: Number(joinWindowMinutes) }),
    ...(maxMediaMegabytes === undefined ? {} : { maxMediaMegabytes: Number(maxMediaMegabytes) }),
  };
}

/** Only what was changed is sent: what a colleague saves meanwhile is shown, and stays. */
export function SettingsForm({ settings }: { settings: SystemSettings }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const isAdmin = useSession().user.role === 'admin';
  const [changes, setChanges] = useState<Changes>({});
  const shown = { ...settings, ...changes };
  const isChanged = SETTING_NAMES.some((name) => shown[name] !== settings[name]);
  const change = (part: Changes) => setChanges({ ...changes, ...part });
  const save = useMutation({
    mutationFn: () => callApi('changeSettings', { body: bodyOf(changes) }),
    onSuccess: (saved) => {
      queryClient.setQueryData(settingsKey, saved);
      void queryClient.invalidateQueries({ queryKey: sessionKey });
      setChanges({});
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
      <LeaveQuestion isChanged={isChanged} />
      <Stack maw="32rem">
        {!isAdmin && <Text size="sm">{t('settings.readOnly')}</Text>}
        <TextInput
          required
          label={t('settings.organisationName')}
          minLength={2}
          maxLength={120}
          readOnly={!isAdmin}
          value={shown.organisationName}
          onChange={(event) => change({ organisationName: event.currentTarget.value })}
        />
        <NumberInput
          required
          label={t('settings.joinWindow')}
          description={t('settings.joinWindowHelp')}
          min={0}
          max={LONGEST_JOIN_WINDOW}
          allowDecimal={false}
          readOnly={!isAdmin}
          value={shown.joinWindowMinutes}
          onChange={(joinWindowMinutes) => change({ joinWindowMinutes })}
        />
        <NumberInput
          required
          label={t('settings.maxMedia')}
          description={t('settings.maxMediaHelp')}
          min={1}
          max={100}
          allowDecimal={false}
          readOnly={!isAdmin}
          value={shown.maxMediaMegabytes}
          onChange={(maxMediaMegabytes) => change({ maxMediaMegabytes })}
        />
        <NativeSelect
          label={t('settings.deletionRule')}
          description={t('settings.deletionRuleHelp')}
          disabled={!isAdmin}
          value={shown.deletionRule}
          onChange={(event) =>
            change({ deletionRule: event.currentTarget.value === 'erase' ? 'erase' : 'hide' })
          }
          data={DELETION_RULES.map((rule) => ({ value: rule, label: t(`settings.deletionRules.${rule}`) }))}
        />
        <NativeSelect
          label={t('settings.replyApproval')}
          description={t('settings.replyApprovalHelp')}
          disabled={!isAdmin}
          value={shown.replyApproval}
          onChange={(event) =>
            change({
              replyApproval: REPLY_APPROVALS.find((one) => one === event.currentTarget.value) ?? 'none',
            })
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
