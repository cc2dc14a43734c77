import type { SystemHealth } from '@app/api-contract';
import { Badge, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, WideTable } from '../layout/section.js';
import { Time } from '../locales/time.js';

export function ProcessesPanel({ processes }: Pick<SystemHealth, 'processes'>) {
  const { t } = useTranslation();
  return (
    <Section title={t('systemHealth.processes')}>
      <WideTable label={t('systemHealth.processes')}>
        <Table aria-label={t('systemHealth.processes')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('systemHealth.process')}</Table.Th>
              <Table.Th>{t('systemHealth.state')}</Table.Th>
              <Table.Th>{t('systemHealth.machine')}</Table.Th>
              <Table.Th>{t('systemHealth.runningSince')}</Table.Th>
              <Table.Th>{t('systemHealth.lastSign')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {processes.map(({ id, kind, host, pid, startedAt, seenAt, isAlive }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row">
                  {t(`systemHealth.kinds.${kind}`)} {pid}
                </Table.Th>
                <Table.Td>
                  <Badge variant="outline" color={isAlive ? 'teal.9' : 'red.9'}>
                    {t(isAlive ? 'systemHealth.alive' : 'systemHealth.silent')}
                  </Badge>
                </Table.Td>
                <Table.Td>{host}</Table.Td>
                <Table.Td>
                  <Time at={startedAt} style="short" />
                </Table.Td>
                <Table.Td>
                  <Time at={seenAt} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Section>
  );
}
