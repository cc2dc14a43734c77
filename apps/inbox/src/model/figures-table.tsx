import type { ModelVersion } from '@app/api-contract';
import { REPORT_CLASSES, REPORT_FLAGS } from '@app/report-model';
import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDecimals } from './use-decimals.js';
import { WideTable } from '../layout/section.js';

type Test = ModelVersion['tests'][number];

/** The model in force and the candidate side by side, on texts that neither has learnt. */
export function FiguresTable({ test }: { test: Test }) {
  const { t } = useTranslation();
  const { decimals, change } = useDecimals();
  const { set, current, candidate } = test;
  const rows = [
    ...REPORT_CLASSES.map((name) => ({
      name: t(`class.${name}`),
      before: current.classes[name],
      after: candidate.classes[name],
    })),
    ...REPORT_FLAGS.flatMap((flag) => {
      const [before, after] = [current.flags[flag], candidate.flags[flag]];
      return before && after ? [{ name: t(`flag.${flag}`), before, after }] : [];
    }),
  ].filter(({ before }) => before.support > 0);
  const title = t(`model.set.${set}`, { count: candidate.rows });
  return (
    <WideTable label={title}>
      <Table aria-label={title} captionSide="top">
        <Table.Caption>{title}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('model.class')}</Table.Th>
            <Table.Th>{t('model.texts')}</Table.Th>
            <Table.Th>{t('model.f1Now')}</Table.Th>
            <Table.Th>{t('model.f1Candidate')}</Table.Th>
            <Table.Th>{t('model.difference')}</Table.Th>
            <Table.Th>{t('model.precision')}</Table.Th>
            <Table.Th>{t('model.recall')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ name, before, after }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td>{before.support}</Table.Td>
              <Table.Td>{decimals(before.f1)}</Table.Td>
              <Table.Td>{decimals(after.f1)}</Table.Td>
              <Table.Td>{change(after.f1 - before.f1)}</Table.Td>
              <Table.Td>{decimals(after.precision)}</Table.Td>
              <Table.Td>{decimals(after.recall)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}
