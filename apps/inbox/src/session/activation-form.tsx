import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { callApi, type RouteAnswer } from '../api/call-api.js';
import { sessionKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';
import { SecretInput } from '../layout/secret-input.js';

const MIN_PASSWORD = 12;

export function ActivationForm({ token, info }: { token: string; info: RouteAnswer<'getActivation'> }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const isFirstAdmin = info.purpose === 'first-admin';
  const [name, setName] = useState(info.name ?? '');
  const [email, setEmail] = useState(info.email ?? '');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [isChecked, setChecked] = useState(false);

  const isTooShort = password.length < MIN_PASSWORD;
  const isMismatch = password !== repeated;
  const activate = useMutation({
    mutationFn: () =>
      callApi('activate', {
        body: { token, name: name.trim(), password, ...(isFirstAdmin ? { email: email.trim() } : {}) },
      }),
    onSuccess: (session) => {
      queryClient.setQueryData(sessionKey, session);
      void navigate('/', { replace: true });
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!isTooShort && !isMismatch && !activate.isPending) activate.mutate();
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {activate.isError && (
          <Alert color="red" role="alert">
            {problemText(activate.error)}
          </Alert>
        )}
        <TextInput
          label={t('activation.name')}
          autoComplete="name"
          required
          minLength={2}
          maxLength={100}
          autoFocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('activation.email')}
          type="email"
          autoComplete="username"
          required
          readOnly={!isFirstAdmin}
          variant={isFirstAdmin ? 'default' : 'filled'}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <SecretInput
          label={t('activation.password')}
          description={t('activation.passwordHelp')}
          autoComplete="new-password"
          required
          value={password}
          error={isChecked && isTooShort && t('activation.tooShort')}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <SecretInput
          label={t('activation.repeat')}
          autoComplete="new-password"
          required
          value={repeated}
          error={isChecked && !isTooShort && isMismatch && t('activation.mismatch')}
          onChange={(event) => setRepeated(event.currentTarget.value)}
        />
        <Button type="submit" loading={activate.isPending}>
          {t('activation.submit')}
        </Button>
      </Stack>
    </form>
  );
}
