import type { SystemHealth } from '@app/api-contract';
import { Badge, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from '../layout/panels.module.css';
import { Section, WideTable } from '../layout/section.js';
import { Time } from '../locales/time.js';
import { useInstants } from '../locales/use-instants.js';
import { useNumbers } from '../locales/use-numbers.js';
import { useNames } from './use-names.js';

const COLORS = { ok: 'teal.9', failed: 'red.9', late: 'orange.9' } as const;

/** What the workers look for by themselves, when they did it last, and how it went; what did not go well first. */
export function SweepsPanel({ sweeps }: Pick<SystemHealth, 'sweeps'>) {
  const { t } = useTranslation();
  const { sweepName } = useNames();
  const byName = [...sweeps].sort(
    (one, other) =>
      Number(one.state === 'ok') - Number(other.state === 'ok') ||
      sweepName(one.name).localeCompare(sweepName(other.name)),
  );
  return (
    <Section title={t('systemHealth.sweeps')}>
      {sweeps.length === 0 && <p className={styles.quiet}>{t('systemHealth.noSweeps')}</p>}
      {sweeps.length > 0 && (
        <WideTable label={t('systemHealth.sweeps')}>
          <Table aria-label={t('systemHealth.sweeps')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('systemHealth.sweep')}</Table.Th>
                <Table.Th>{t('systemHealth.state')}</Table.Th>
                <Table.Th>{t('systemHealth.lastRun')}</Table.Th>
                <Table.Th>{t('systemHealth.took')}</Table.Th>
                <Table.Th>{t('systemHealth.every')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {byName.map((sweep) => (
                <SweepRow key={sweep.name} sweep={sweep} />
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
    </Section>
  );
}

function SweepRow({ sweep }: { sweep: SystemHealth['sweeps'][number] }) {
  const { t } = useTranslation();
  const { whole, duration } = useNumbers();
  const { short } = useInstants();
  const { sweepName } = useNames();
  const { name, state, endedAt, tookMs, everyMs, failedAt, failure } = sweep;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {sweepName(name)}
        {failedAt !== null && (
          <p className={styles.quiet}>
            {t('systemHealth.lastFailure', { at: short(failedAt), reason: failure ?? '' })}
          </p>
        )}
      </Table.Th>
      <Table.Td>
        <Badge variant="outline" color={COLORS[state]}>
          {t(`systemHealth.states.${state}`)}
        </Badge>
      </Table.Td>
      <Table.Td>{endedAt === null ? t('systemHealth.running') : <Time at={endedAt} />}</Table.Td>
      <Table.Td>{tookMs !== null && `${whole(tookMs)} ms`}</Table.Td>
      <Table.Td>{duration(everyMs / 1000)}</Table.Td>
    </Table.Tr>
  );
}
