import type { ChannelInfo, Connection } from '@app/api-contract';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/api-problem.js';
import { callApi } from '../api/call-api.js';
import { connectionsKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { useLanguage } from '../locales/use-language.js';
import { fieldProblems, initialValues, settingsOf } from './setting-values.js';

/** State of the form of one connection: values, what is wrong with them, testing and saving. */
export function useSettingsForm(
  channel: ChannelInfo,
  connection: Connection | undefined,
  onSaved: () => void,
) {
  const { t } = useTranslation();
  const [language] = useLanguage();
  const queryClient = useQueryClient();
  const [name, setName] = useState(connection?.name ?? channel.displayName[language]);
  const [values, setValues] = useState(() => initialValues(channel.fields, connection?.settings));
  const [deletionRule, setDeletionRule] = useState(connection?.deletionRule ?? null);
  const [own, setOwn] = useState<Record<string, string>>({});

  const testing = useMutation({
    mutationFn: () =>
      callApi('testConnection', {
        body: {
          channel: channel.code,
          settings: settingsOf(channel.fields, values),
          ...(connection && { connectionId: connection.id }),
        },
      }),
  });
  const saving = useMutation({
    mutationFn: () => {
      const body = { name: name.trim(), settings: settingsOf(channel.fields, values), deletionRule };
      return connection
        ? callApi('changeConnection', { params: { id: connection.id }, body })
        : callApi('createConnection', { body: { ...body, channel: channel.code } });
    },
    onSuccess: () => {
      notifications.show({ message: t('app.saved') });
      void queryClient.invalidateQueries({ queryKey: connectionsKey });
      onSaved();
    },
  });

  /** @returns whether what stands in the form can be sent */
  const check = (): boolean => {
    const found = fieldProblems(channel.fields, values, connection?.secretsSet);
    const problems = Object.fromEntries(
      Object.entries(found).map(([field, problem]) => [field, t(`connectionForm.${problem}`)]),
    );
    if (name.trim() === '') problems['name'] = t('connectionForm.required');
    setOwn(problems);
    return Object.keys(problems).length === 0;
  };
  const failure = saving.error ?? testing.error;
  return {
    name,
    values,
    deletionRule,
    problems: { ...(failure instanceof ApiProblem ? failure.fields : {}), ...own } as Record<
      string,
      string | undefined
    >,
    failure,
    tested: testing.data,
    isTesting: testing.isPending,
    isSaving: saving.isPending,
    rename: setName,
    chooseDeletionRule: setDeletionRule,
    change: (field: string, value: string | boolean) => setValues({ ...values, [field]: value }),
    test: () => {
      saving.reset();
      if (check()) testing.mutate();
    },
    save: () => {
      testing.reset();
      if (check()) saving.mutate();
    },
  };
}
