import type { ModelQuality, ModelVersion } from '@app/api-contract';
import { REPORT_CLASSES } from '@app/report-model';
import { NativeSelect, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../layout/load-failure.js';
import { Waiting } from '../layout/waiting.js';
import { useNumbers } from '../locales/use-numbers.js';
import { ModelCharts } from './model-charts.js';
import styles from '../layout/panels.module.css';
import { Section, WideTable } from '../layout/section.js';
import { useModelQuality } from './use-model.js';

const SPANS = [4, 12, 26, 52] as const;

/** How the model does class by class, as far as officers have judged it, and as time goes by. */
export function QualityPanel({ versions }: { versions: readonly ModelVersion[] }) {
  const { t } = useTranslation();
  const { whole, percent } = useNumbers();
  const [weeks, setWeeks] = useState<number>(12);
  const { data, isError, isPending, error, refetch } = useModelQuality(weeks);
  const share = (value: number | null) => (value === null ? '–' : percent(value));
  return (
    <Section title={t('model.quality')}>
      <NativeSelect
        maw="12rem"
        aria-label={t('model.span')}
        value={String(weeks)}
        onChange={(event) => setWeeks(Number(event.currentTarget.value))}
        data={SPANS.map((count) => ({ value: String(count), label: t('model.weeks', { count }) }))}
      />
      {isError && <LoadFailure error={error} onRetry={refetch} />}
      {isPending && <Waiting />}
      {data && (
        <>
          <WideTable label={t('model.byOfficers')}>
            <Table aria-label={t('model.byOfficers')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('model.class')}</Table.Th>
                  <Table.Th>{t('model.said')}</Table.Th>
                  <Table.Th>{t('model.judged')}</Table.Th>
                  <Table.Th>{t('model.corrected')}</Table.Th>
                  <Table.Th>{t('model.precision')}</Table.Th>
                  <Table.Th>{t('model.recall')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {inOrder(data.classes).map((one) => (
                  <Table.Tr key={one.class}>
                    <Table.Th scope="row">{t(`class.${one.class}`)}</Table.Th>
                    <Table.Td>{whole(one.said)}</Table.Td>
                    <Table.Td>{whole(one.decided)}</Table.Td>
                    <Table.Td>
                      {whole(one.corrected)} {one.said > 0 && `(${percent(one.corrected / one.said)})`}
                    </Table.Td>
                    <Table.Td>{share(one.precision)}</Table.Td>
                    <Table.Td>{share(one.recall)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </WideTable>
          <p className={styles.quiet}>{t('model.qualityNote')}</p>
          <ModelCharts weeks={data.weeks} versions={versions} />
        </>
      )}
    </Section>
  );
}

const inOrder = (classes: ModelQuality['classes']) =>
  classes.toSorted((a, b) => REPORT_CLASSES.indexOf(a.class) - REPORT_CLASSES.indexOf(b.class));
