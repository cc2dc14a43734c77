import { Badge, Button, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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
  const [isAdding, setAdding] = useState(false);
  const agencies = useQuery({
    queryKey: agenciesKey,
    queryFn: ({ signal }) => callApi('listAgencies', { signal }),
  });
  return (
    <PageFrame
      title={t('agencies.title')}
      lead={t('agencies.lead')}
      action={user.role === 'admin' && <Button onClick={() => setAdding(true)}>{t('agencies.add')}</Button>}
    >
      {agencies.isError && <LoadFailure error={agencies.error} onRetry={agencies.refetch} />}
      {agencies.isPending && <Waiting />}
      {agencies.data?.length === 0 && <BlankState icon="building" title={t('agencies.empty')} />}
      {agencies.data && agencies.data.length > 0 && (
        <Table aria-label={t('agencies.list')} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('agencies.shortName')}</Table.Th>
              <Table.Th>{t('agencies.name')}</Table.Th>
              <Table.Th>{t('agencies.code')}</Table.Th>
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
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {isAdding && <AgencyDialog onClose={() => setAdding(false)} />}
    </PageFrame>
  );
}
