import { Alert, Anchor, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { hasCode } from '../api/api-problem.js';
import { callApi } from '../api/call-api.js';
import { LoadFailure } from '../layout/load-failure.js';
import { Waiting } from '../layout/waiting.js';
import { ActivationForm } from './activation-form.js';
import { EntryFrame } from './entry-frame.js';

/** The page behind a one-time link. */
export default function ActivationPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  const activation = useQuery({
    queryKey: ['activation', token],
    queryFn: ({ signal }) => callApi('getActivation', { params: { token }, signal }),
    enabled: token !== '',
    staleTime: Infinity,
  });
  const isUseless =
    token === '' || hasCode(activation.error, 'link-expired') || hasCode(activation.error, 'not-found');

  return (
    <EntryFrame title={t(`activation.title.${activation.data?.purpose ?? 'invitation'}`)}>
      {isUseless ? (
        <Stack gap="md">
          <Alert color="yellow" role="alert">
            {t('activation.expired')}
          </Alert>
          <Anchor component={Link} to="/masuk">
            {t('activation.toSignIn')}
          </Anchor>
        </Stack>
      ) : activation.data ? (
        <ActivationForm token={token} info={activation.data} />
      ) : activation.isError ? (
        <LoadFailure error={activation.error} onRetry={activation.refetch} />
      ) : (
        <Waiting />
      )}
    </EntryFrame>
  );
}
