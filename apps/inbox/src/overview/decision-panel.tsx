import type { DecisionQualityView } from '@app/api-contract';
import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LoadFailure } from '../layout/load-failure.js';
import { WideTable } from '../layout/section.js';
import { Waiting } from '../layout/waiting.js';
import { useSession } from '../session/use-session.js';
import { OPEN } from './list-parts.js';
import styles from './overview.module.css';
import type { Period } from './period.js';
import { ShareOf } from './share-of.js';
import { UnsureNote } from './unsure-note.js';
import { useDecisionQuality } from './use-overview.js';

interface Props {
  period: Period;
  agencyId: string | null;
  /** All that came in the period. */
  arrived: number;
  /** The address of a list of what came in the period. */
  inPeriod: (query: string) => string;
}

/** How far the model can be trusted: class by class, and where it was unsure, by what officers decided. */
export function DecisionPanel({ period, agencyId, ...lists }: Props) {
  const { t } = useTranslation();
  const { data, isError, isPending, error, refetch } = useDecisionQuality(period, agencyId);
  return (
    <section className={styles.panel} aria-labelledby="decision-quality">
      <h2 className={styles.heading} id="decision-quality">
        {t('overview.decisions.title')}
      </h2>
      {isError && <LoadFailure error={error} onRetry={refetch} />}
      {isPending && <Waiting />}
      {data && <Quality quality={data} {...lists} />}
    </section>
  );
}

function Quality({
  quality: { classes, unsure },
  arrived,
  inPeriod,
}: { quality: DecisionQualityView } & Omit<Props, 'period' | 'agencyId'>) {
  const { t } = useTranslation();
  const { user } = useSession();
  const decided = classes.some(({ said, truly }) => said + truly > 0);
  return (
    <>
      {!decided && <p className={styles.quiet}>{t('overview.decisions.none')}</p>}
      {decided && (
        <WideTable label={t('overview.decisions.title')}>
          <Table aria-label={t('overview.decisions.title')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('overview.decisions.class')}</Table.Th>
                <Table.Th>{t('overview.decisions.precision')}</Table.Th>
                <Table.Th>{t('overview.decisions.recall')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {classes.map((one) => (
                <Table.Tr key={one.class}>
                  <Table.Th scope="row">
                    <Link to={inPeriod(`class=${one.class}`)}>{t(`class.${one.class}`)}</Link>
                  </Table.Th>
                  <Table.Td>
                    <ShareOf part={one.right} whole={one.said} />
                  </Table.Td>
                  <Table.Td>
                    <ShareOf part={one.right} whole={one.truly} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
      <UnsureNote unsure={unsure} arrived={arrived} to={inPeriod(`unsure=true&${OPEN}`)} />
      {decided && <p className={styles.quiet}>{t('overview.decisions.help')}</p>}
      {user.role === 'admin' && (
        <p className={styles.quiet}>
          <Link to="/model">{t('overview.decisions.more')}</Link>
        </p>
      )}
    </>
  );
}
