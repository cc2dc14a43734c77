import type { RetentionPreviewView } from '@app/api-contract';
import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { callApi } from '../api/call-api.js';
import { retentionKey } from '../api/query-keys.js';
import { LoadFailure } from '../layout/load-failure.js';
import styles from '../layout/panels.module.css';
import { Section, WideTable } from '../layout/section.js';
import { Waiting } from '../layout/waiting.js';
import { useNumbers } from '../locales/use-numbers.js';
import own from './retention.module.css';
import type { RetentionSettings } from './use-retention.js';

/** What a run by these settings would erase now. Nothing is erased by looking. */
export function PreviewPanel({ settings }: { settings: RetentionSettings }) {
  const { t } = useTranslation();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: [...retentionKey, 'preview', settings],
    queryFn: ({ signal }) => callApi('previewRetention', { body: settings, signal }),
    gcTime: 0,
  });
  return (
    <Section title={t('retention.previewTitle')}>
      <p className={styles.quiet}>{t('retention.previewHelp')}</p>
      {isPending && <Waiting />}
      {isError && <LoadFailure error={error} onRetry={refetch} />}
      {data && (
        <WideTable label={t('retention.previewTitle')}>
          <Table aria-label={t('retention.previewTitle')} aria-live="polite">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('retention.what')}</Table.Th>
                <Table.Th>{t('retention.wouldGo')}</Table.Th>
                <Table.Th>{t('retention.held')}</Table.Th>
                <Table.Th>{t('retention.examples')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map((one) => (
                <PreviewRow key={one.kind} preview={one} isOn={settings.rules[one.kind].isEnabled} />
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
    </Section>
  );
}

function PreviewRow({ preview, isOn }: { preview: RetentionPreviewView[number]; isOn: boolean }) {
  const { t } = useTranslation();
  const { whole } = useNumbers();
  const { kind, count, isCut, held, views, examples } = preview;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {t(`retention.kinds.${kind}.name`)}
        {!isOn && <p className={styles.quiet}>{t('retention.isOff')}</p>}
      </Table.Th>
      <Table.Td>
        {isCut ? t('retention.moreThan', { count: whole(count) }) : whole(count)}
        {views > 0 && <p className={styles.quiet}>{t('retention.withViews', { count: views })}</p>}
      </Table.Td>
      <Table.Td>{whole(held)}</Table.Td>
      <Table.Td>
        <ul className={own.examples}>
          {examples.map(({ id, ticketCode }) => (
            <li key={id}>
              <Link to={`/laporan/${id}`}>{ticketCode}</Link>
            </li>
          ))}
        </ul>
      </Table.Td>
    </Table.Tr>
  );
}
