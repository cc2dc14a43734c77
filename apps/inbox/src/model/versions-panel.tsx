import type { ModelVersion } from '@app/api-contract';
import id from '../locales/id.json';
import { Badge, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isKeyOf } from '../locales/is-key-of.js';
import { Time } from '../locales/time.js';
import { ConfirmedButton } from '../layout/confirmed-button.js';
import styles from '../layout/panels.module.css';
import { Section, WideTable } from '../layout/section.js';
import { useDecimals } from './use-decimals.js';
import type { ModelAction } from './use-model.js';

/** Every model that there was: its state and why, who decided, and the way back. */
export function VersionsPanel({
  versions,
  action,
}: {
  versions: readonly ModelVersion[];
  action: ModelAction;
}) {
  const { t } = useTranslation();
  const { decimals } = useDecimals();
  const nameOf = ({ source, number }: ModelVersion) =>
    source === 'shipped' ? t('model.shipped') : t('model.numbered', { number });
  return (
    <Section title={t('model.versions')}>
      <WideTable label={t('model.versions')}>
        <Table aria-label={t('model.versions')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('model.version')}</Table.Th>
              <Table.Th>{t('model.state')}</Table.Th>
              <Table.Th>{t('model.requested')}</Table.Th>
              <Table.Th>{t('model.macroF1')}</Table.Th>
              <Table.Th>{t('model.decidedBy')}</Table.Th>
              <Table.Th>{t('model.back')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {versions.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Th scope="row">
                  {nameOf(one)}
                  <p className={styles.quiet}>{one.version}</p>
                </Table.Th>
                <Table.Td>
                  <Badge variant="outline" color={one.state === 'current' ? 'teal.9' : 'gray.8'}>
                    {t(`model.states.${one.state}`)}
                  </Badge>
                  <Reason version={one} />
                </Table.Td>
                <Table.Td>
                  <Time at={one.requestedAt} style="short" />
                  {one.source === 'trained' && (
                    <p className={styles.quiet}>{one.requestedBy ?? t('model.byItself')}</p>
                  )}
                </Table.Td>
                <Table.Td>
                  {one.tests.map(({ set, candidate }) => set === 'corpus' && decimals(candidate.macroF1))}
                </Table.Td>
                <Table.Td>
                  {one.decidedAt !== null && <Time at={one.decidedAt} style="short" />}
                  {one.decidedBy !== null && <p className={styles.quiet}>{one.decidedBy}</p>}
                </Table.Td>
                <Table.Td>
                  {one.isRestorable && (
                    <ConfirmedButton
                      name={t('model.restore')}
                      label={t('model.restoreWhat', { name: nameOf(one) })}
                      question={t('model.restoreQuestion', { name: nameOf(one) })}
                      variant="default"
                      size="compact-sm"
                      disabled={action.isPending}
                      onConfirm={() =>
                        action.mutate({
                          name: 'restoreModel',
                          id: one.id,
                          done: t('model.restored', { name: nameOf(one) }),
                        })
                      }
                    />
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Section>
  );
}

function Reason({ version: { reason, worse } }: { version: ModelVersion }) {
  const { t } = useTranslation();
  const { decimals } = useDecimals();
  if (reason === null) return null;
  const name = (what: ModelVersion['worse'][number]['what']) =>
    isKeyOf(id.class, what) ? t(`class.${what}`) : isKeyOf(id.flag, what) ? t(`flag.${what}`) : what;
  return (
    <>
      <p className={styles.quiet}>
        {isKeyOf(id.model.reasons, reason) ? t(`model.reasons.${reason}`) : reason}
      </p>
      {worse.map(({ set, what, from, to }) => (
        <p key={`${set} ${what}`} className={styles.quiet}>
          {t('model.worse', {
            what: name(what),
            set: t(`model.setShort.${set}`),
            from: decimals(from),
            to: decimals(to),
          })}
        </p>
      ))}
    </>
  );
}
