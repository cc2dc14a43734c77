import type { Reply, ReportDetail } from '@app/api-contract';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import styles from './conversation.module.css';
import type { ReportChange } from './use-report-change.js';

interface Props {
  reply: Reply;
  change: ReportChange;
  /** Of the report that the approver looks at. */
  version: ReportDetail['version'];
}

/** A colleague's answer before it is sent: it goes out, or back to its author with a word. */
export function Approval({ reply, change, version }: Props) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  if (!reply.mayDecide) return <p className={styles.note}>{t('approval.waiting')}</p>;
  const decide = (action: 'approve' | 'return') => {
    const body = { action, version, ...(note.trim() === '' ? {} : { note: note.trim() }) };
    change.mutate({ send: () => callApi('decideApproval', { params: { id: reply.id }, body }) });
  };
  return (
    <div className={styles.decision} role="group" aria-label={t('reply.actions')}>
      <p className={styles.note}>{t('approval.help')}</p>
      <Textarea
        size="xs"
        w="100%"
        autosize
        maxRows={4}
        aria-label={t('approval.note')}
        placeholder={t('approval.note')}
        maxLength={1_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button size="compact-sm" loading={change.isPending} onClick={() => decide('approve')}>
        {t('approval.approve')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={change.isPending || note.trim() === ''}
        onClick={() => decide('return')}
      >
        {t('approval.return')}
      </Button>
    </div>
  );
}
