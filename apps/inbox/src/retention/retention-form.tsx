import type { RetentionView } from '@app/api-contract';
import { outlivedByRawEvents, RETENTION_KINDS, type RetentionKind } from '@app/report-model';
import { Button, NativeSelect } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { ConfirmedButton } from '../layout/confirmed-button.js';
import { DraftNotice } from '../layout/draft-notice.js';
import styles from '../layout/panels.module.css';
import { Section } from '../layout/section.js';
import { useDraft } from '../layout/use-draft.js';
import { PreviewPanel } from './preview-panel.js';
import { RuleRow } from './rule-row.js';
import { useRetentionChange, type RetentionSettings } from './use-retention.js';

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));

/** A rule for each kind of data; what they would erase is shown before they are saved. */
export function RetentionForm({ retention }: { retention: RetentionView }) {
  const { t } = useTranslation();
  const draft = useDraft(retention.settings, retention.version);
  const [asked, setAsked] = useState<RetentionSettings | null>(null);
  const { value, version, isChanged } = draft;
  const save = useRetentionChange(() => callApi('replaceRetention', { body: { settings: value, version } }));
  const change = (kind: RetentionKind, rule: Partial<RetentionSettings['rules'][RetentionKind]>) =>
    draft.set({ ...value, rules: { ...value.rules, [kind]: { ...value.rules[kind], ...rule } } });
  const outlived = outlivedByRawEvents(value);
  const isAnyOn = RETENTION_KINDS.some((kind) => value.rules[kind].isEnabled);
  return (
    <>
      <Section title={t('retention.rules')}>
        <p className={styles.quiet}>{t('retention.rulesHelp')}</p>
        <ul className={styles.list}>
          {RETENTION_KINDS.map((kind) => (
            <RuleRow
              key={kind}
              kind={kind}
              rule={value.rules[kind]}
              onChange={(rule) => change(kind, rule)}
              problem={kind === outlived ? t('retention.rawFirst') : null}
            />
          ))}
        </ul>
        <NativeSelect
          mt="sm"
          maw="16rem"
          label={t('retention.hour')}
          value={String(value.hour)}
          onChange={(event) => draft.set({ ...value, hour: Number(event.currentTarget.value) })}
          data={HOURS.map((hour) => ({ value: hour, label: `${hour.padStart(2, '0')}.00` }))}
        />
      </Section>
      <DraftNotice draft={draft} error={save.error} />
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => setAsked({ ...value })}>
          {t('retention.preview')}
        </Button>
        <ConfirmedButton
          name={t('app.save')}
          question={t(isAnyOn ? 'retention.saveQuestion' : 'retention.saveOffQuestion')}
          disabled={!isChanged || outlived !== null || draft.isStale}
          loading={save.isPending}
          onConfirm={() =>
            save.mutate(undefined, {
              onSuccess: () => notifications.show({ message: t('app.saved') }),
            })
          }
        />
        <Button variant="default" disabled={!isChanged} onClick={draft.discard}>
          {t('clockRules.discard')}
        </Button>
      </div>
      {asked && <PreviewPanel settings={asked} />}
    </>
  );
}
