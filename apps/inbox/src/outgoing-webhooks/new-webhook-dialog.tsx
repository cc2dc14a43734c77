import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { CopyButton } from '../layout/copy-button.js';
import { OpenDialog } from '../layout/open-dialog.js';
import { useWebhookAction } from './use-outgoing-webhooks.js';

const EVENTS = ['report.created', 'report.answered', 'report.changed'] as const;

/** Name, address, events; then the secret, the only time that it is shown. */
export function NewWebhookDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [chosen, setChosen] = useState<readonly (typeof EVENTS)[number][]>(EVENTS);
  const create = useWebhookAction(() =>
    callApi('createOutgoingWebhook', { body: { name: name.trim(), url: url.trim(), events: [...chosen] } }),
  );
  const secret = create.data?.secret;
  return (
    <OpenDialog onClose={onClose} closeOnClickOutside={secret === undefined} title={t('webhooks.add')}>
      {secret === undefined ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            create.mutate(undefined);
          }}
        >
          <Stack>
            <TextInput
              data-autofocus
              required
              label={t('webhooks.name')}
              value={name}
              maxLength={100}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput
              required
              type="url"
              label={t('webhooks.url')}
              description={t('webhooks.urlHelp')}
              value={url}
              onChange={(event) => setUrl(event.currentTarget.value)}
            />
            {EVENTS.map((event) => (
              <Checkbox
                key={event}
                label={t(`webhooks.event.${event}`)}
                checked={chosen.includes(event)}
                onChange={({ currentTarget: { checked } }) =>
                  setChosen(checked ? [...chosen, event] : chosen.filter((one) => one !== event))
                }
              />
            ))}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('app.cancel')}
              </Button>
              <Button type="submit" disabled={chosen.length === 0} loading={create.isPending}>
                {t('app.save')}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack>
          <Text size="sm">{t('webhooks.secretHelp')}</Text>
          <TextInput
            readOnly
            aria-label={t('webhooks.secret')}
            value={secret}
            onFocus={(event) => event.currentTarget.select()}
            rightSection={<CopyButton value={secret} what={t('webhooks.secret')} />}
          />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('app.close')}</Button>
          </Group>
        </Stack>
      )}
    </OpenDialog>
  );
}
