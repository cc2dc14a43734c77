import type { LearningSettings } from '@app/api-contract';
import { Alert, Button, Group, NativeSelect, NumberInput, Stack, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { modelKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';
import { Section } from '../layout/section.js';

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));

export function LearningSettingsForm({ settings }: { settings: LearningSettings }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const [hour, setHour] = useState(settings.trainingHour === null ? '' : String(settings.trainingHour));
  const [minimum, setMinimum] = useState<number | string>(settings.minimumCorrections);
  const [messages, setMessages] = useState<number | string>(settings.shadowMessages);
  const [points, setPoints] = useState<number | string>(Math.round(settings.margin * 1000) / 10);
  const [promotesByItself, setPromotes] = useState(settings.promotesByItself);
  const save = useMutation({
    mutationFn: () =>
      callApi('changeLearningSettings', {
        body: {
          trainingHour: hour === '' ? null : Number(hour),
          minimumCorrections: Number(minimum),
          shadowMessages: Number(messages),
          margin: Number(points) / 100,
          promotesByItself,
        },
      }),
    onSuccess: () => {
      notifications.show({ message: t('app.saved') });
      return queryClient.invalidateQueries({ queryKey: modelKey });
    },
  });
  return (
    <Section title={t('model.settings')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending) save.mutate();
        }}
      >
        <Stack maw="32rem">
          <NativeSelect
            label={t('model.trainingHour')}
            description={t('model.trainingHourHelp')}
            value={hour}
            onChange={(event) => setHour(event.currentTarget.value)}
            data={[
              { value: '', label: t('model.never') },
              ...HOURS.map((value) => ({ value, label: `${value.padStart(2, '0')}.00` })),
            ]}
          />
          <NumberInput
            required
            label={t('model.minimum')}
            min={1}
            max={10_000}
            allowDecimal={false}
            value={minimum}
            onChange={setMinimum}
          />
          <NumberInput
            required
            label={t('model.shadowMessages')}
            description={t('model.shadowMessagesHelp')}
            min={0}
            max={20_000}
            allowDecimal={false}
            value={messages}
            onChange={setMessages}
          />
          <NumberInput
            required
            label={t('model.margin')}
            description={t('model.marginHelp')}
            min={0}
            max={100}
            decimalScale={1}
            value={points}
            onChange={setPoints}
          />
          <Switch
            label={t('model.promotesByItself')}
            description={t('model.promotesByItselfHelp')}
            checked={promotesByItself}
            onChange={(event) => setPromotes(event.currentTarget.checked)}
          />
          {save.isError && (
            <Alert color="red" role="alert">
              {problemText(save.error)}
            </Alert>
          )}
          <Group>
            <Button type="submit" loading={save.isPending}>
              {t('app.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
