import type { Agency } from '@app/api-contract';
import { Badge, Button, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { callApi } from '../api/call-api.js';
import { agenciesKey } from '../api/query-keys.js';
import { BlankState } from '../layout/blank-state.js';
import { LoadFailure } from '../layout/load-failure.js';
import { PageFrame } from '../layout/page-frame.js';
import { Waiting } from '../layout/waiting.js';
import { useSession } from '../session/use-session.js';
import { AgencyDialog } from './agency-dialog.js';

export default function AgenciesPage() {
  const { t } = useTranslation();
  const { user } = useSession();
  const isAdmin = user.role === 'admin';
  /** null: a new one. */
  const [edited, setEdited] = useState<Agency | null | undefined>();
  const agencies = useQuery({
    queryKey: agenciesKey,
    queryFn: ({ signal }) => callApi('listAgencies', { signal }),
  });
  return (
    <PageFrame
      title={t('agencies.title')}
      lead={t('agencies.lead')}
      action={isAdmin && <Button onClick={() => setEdited(null)}>{t('agencies.add')}</Button>}
    >
      {agencies.isError && <LoadFailure error={agencies.error} onRetry={agencies.refetch} />}
      {agencies.isPending && <Waiting />}
      {agencies.data?.length === 0 && (
        <BlankState
          icon="building"
          title={t('agencies.empty')}
          text={isAdmin ? t('agencies.emptyText') : undefined}
        >
          {isAdmin && (
            <Button component={Link} to="/topik">
              {t('agencies.openTopics')}
            </Button>
          )}
        </BlankState>
      )}
      {agencies.data && agencies.data.length > 0 && (
        <Table aria-label={t('agencies.list')} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('agencies.shortName')}</Table.Th>
              <Table.Th>{t('agencies.name')}</Table.Th>
              <Table.Th>{t('agencies.code')}</Table.Th>
              {isAdmin && <Table.Td />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {agencies.data.map((agency) => (
              <Table.Tr key={agency.id}>
                <Table.Td>
                  {agency.shortName}{' '}
                  {!agency.isActive && <Badge color="gray">{t('agencies.inactive')}</Badge>}
                </Table.Td>
                <Table.Td>{agency.name}</Table.Td>
                <Table.Td>{agency.code}</Table.Td>
                {isAdmin && (
                  <Table.Td ta="right">
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('agencies.change', { agency: agency.shortName })}
                      onClick={() => setEdited(agency)}
                    >
                      {t('app.edit')}
                    </Button>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {edited !== undefined && <AgencyDialog agency={edited} onClose={() => setEdited(undefined)} />}
    </PageFrame>
  );
}
