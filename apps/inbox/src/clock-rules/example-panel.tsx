import type { ClockPreview, ClockRules } from '@app/api-contract';
import { MATTERS } from '@app/report-model';
import { NativeSelect, Table, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { clockRulesKey } from '../api/query-keys.js';
import { useProblemText } from '../api/use-problem-text.js';
import styles from '../layout/panels.module.css';
import { Section, WideTable } from '../layout/section.js';
import { useInstants } from '../locales/use-instants.js';
import { useDays } from './use-days.js';

const TYPING_MS = 300;

/** What a report of a day would be due, by the rules in force and by the draft. */
export function ExamplePanel({ draft, isChanged }: { draft: ClockRules; isChanged: boolean }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [receivedOn, setReceivedOn] = useState(useDays().today);
  const [matter, setMatter] = useState<(typeof MATTERS)[number]>('complaint');
  const [asked] = useDebouncedValue({ rules: draft, receivedOn, matter }, TYPING_MS);
  const example = useQuery({
    queryKey: [...clockRulesKey, 'example', asked],
    queryFn: ({ signal }) => callApi('previewClockRules', { body: asked, signal }),
    enabled: receivedOn !== '' && draft.weekdays.length > 0,
    placeholderData: keepPreviousData,
  });
  return (
    <Section title={t('clockRules.example')}>
      <p className={styles.quiet}>{t('clockRules.exampleHelp')}</p>
      <div className={styles.columns}>
        <TextInput
          type="date"
          label={t('clockRules.receivedOn')}
          value={receivedOn}
          onChange={(event) => setReceivedOn(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('clockRules.matter')}
          value={matter}
          onChange={(event) => setMatter(MATTERS.find((one) => one === event.currentTarget.value) ?? matter)}
          data={MATTERS.map((value) => ({ value, label: t(`clockRules.matters.${value}`) }))}
        />
      </div>
      {example.isError && <p role="alert">{problemText(example.error)}</p>}
      {example.data && <Comparison example={example.data} />}
      {!isChanged && <p className={styles.quiet}>{t('clockRules.unchanged')}</p>}
    </Section>
  );
}

function Comparison({ example }: { example: ClockPreview }) {
  const { t } = useTranslation();
  return (
    <WideTable label={t('clockRules.example')}>
      <Table aria-label={t('clockRules.example')} aria-live="polite">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('clockRules.stage')}</Table.Th>
            <Table.Th>{t('clockRules.now')}</Table.Th>
            <Table.Th>{t('clockRules.then')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {example.map(({ stage, now, then }) => (
            <Table.Tr key={stage}>
              <Table.Th scope="row">{t(`clock.stage.${stage}`)}</Table.Th>
              <Table.Td>
                <Due clock={now} />
              </Table.Td>
              <Table.Td fw={now?.dueAt === then?.dueAt ? undefined : 700}>
                <Due clock={then} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

function Due({ clock }: { clock: ClockPreview[number]['now'] }) {
  const { t } = useTranslation();
  const { absolute } = useInstants();
  if (clock === null) return t('clockRules.noLevel');
  return (
    <>
      {absolute(clock.dueAt)}
      {clock.isProvisional && <p className={styles.quiet}>{t('clock.provisional')}</p>}
    </>
  );
}
