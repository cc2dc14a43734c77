import type { Reply } from '@app/api-contract';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import styles from './conversation.module.css';
import { SendAgainDialog } from './send-again-dialog.js';
import type { ReportChange } from './use-report-change.js';

interface Props {
  reply: Reply;
  /** The channel can be asked about an answer of unknown fate. */
  canCheck: boolean;
  change: ReportChange;
}

/** An answer that failed, or perhaps did not arrive: a person says what becomes of it. */
export function ReplyDecision({ reply, canCheck, change }: Props) {
  const { t } = useTranslation();
  const [isAsking, question] = useDisclosure();
  const isUnknown = reply.state === 'unknown';
  const isBusy = change.isPending;
  const resolve = (action: 'send-again' | 'mark-sent' | 'cancel' | 'check') =>
    change.mutate({ send: () => callApi('resolveReply', { params: { id: reply.id }, body: { action } }) });
  return (
    <div className={styles.decision} role="group" aria-label={t('reply.actions')}>
      <p className={styles.note}>{t(isUnknown ? 'reply.unknownHelp' : 'reply.failedHelp')}</p>
      {reply.problem && (
        <details className={styles.note}>
          <summary>{t('reply.technical')}</summary>
          <span lang="en">{reply.problem}</span>
        </details>
      )}
      {isUnknown && canCheck && (
        <Button
          size="compact-sm"
          loading={reply.isChecking}
          disabled={isBusy}
          onClick={() => resolve('check')}
        >
          {t('reply.check')}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant={isUnknown ? 'default' : 'filled'}
        loading={isBusy}
        onClick={() => (isUnknown ? question.open() : resolve('send-again'))}
      >
        {t('reply.sendAgain')}
      </Button>
      <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => resolve('mark-sent')}>
        {t('reply.markSent')}
      </Button>
      <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => resolve('cancel')}>
        {t('reply.cancel')}
      </Button>
      {isAsking && (
        <SendAgainDialog
          onClose={question.close}
          onSure={() => {
            question.close();
            resolve('send-again');
          }}
        />
      )}
    </div>
  );
}
