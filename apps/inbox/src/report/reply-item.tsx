import type { Reply, ReportDetail } from '@app/api-contract';
import type { ReplyState } from '@app/report-model';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { Icon } from '../layout/icon.js';
import type { IconName } from '../layout/icon-shapes.js';
import { Time } from '../locales/time.js';
import styles from './conversation.module.css';
import { Approval } from './approval.js';
import { MarkedText } from './marked-text.js';
import { ReplyAttempts } from './reply-attempts.js';
import { SentFiles } from './sent-files.js';
import type { ReportChange } from './use-report-change.js';

const STATE_LOOKS: Readonly<Record<ReplyState, { icon: IconName; tone: 'calm' | 'good' | 'bad' | 'warn' }>> =
  {
    queued: { icon: 'clock', tone: 'calm' },
    sending: { icon: 'clock', tone: 'calm' },
    sent: { icon: 'check', tone: 'good' },
    delivered: { icon: 'doubleCheck', tone: 'good' },
    read: { icon: 'eye', tone: 'good' },
    failed: { icon: 'alert', tone: 'bad' },
    unknown: { icon: 'question', tone: 'warn' },
    cancelled: { icon: 'forbid', tone: 'calm' },
    proposed: { icon: 'eye', tone: 'warn' },
  };

interface Props {
  reply: Reply;
  channelName: string;
  /** The channel can be asked about an answer of unknown fate. */
  canCheck: boolean;
  version: ReportDetail['version'];
  change: ReportChange;
}

/** One of our answers and what became of it; a failed or uncertain one waits for a decision. */
export function ReplyItem({ reply, channelName, canCheck, version, change }: Props) {
  const { t } = useTranslation();
  const { icon, tone } = STATE_LOOKS[reply.state];
  const isUndecided = reply.state === 'failed' || reply.state === 'unknown';
  const resolve = (action: 'send-again' | 'mark-sent' | 'cancel' | 'check') =>
    change.mutate({ send: () => callApi('resolveReply', { params: { id: reply.id }, body: { action } }) });
  return (
    <li className={styles.item} data-direction="outbound" data-undecided={isUndecided}>
      <div className={styles.head}>
        <strong>{reply.author.name}</strong>
        <Time at={reply.createdAt} style="short" />
        <span className={styles.state} data-tone={tone} role="status">
          <Icon name={icon} size={14} />
          {t(`replyState.${reply.state}`)}
        </span>
        {reply.permalink && (
          <a className={styles.link} href={reply.permalink} target="_blank" rel="noopener noreferrer">
            {t('conversation.openOriginal', { channel: channelName })}
            <Icon name="external" size={12} />
          </a>
        )}
      </div>
      {reply.text !== '' && <MarkedText text={reply.text} evidence={[]} />}
      <SentFiles of={reply.files} />
      {reply.choices.length > 0 && (
        <p className={styles.note}>{t('reply.offered', { choices: reply.choices.join(' · ') })}</p>
      )}
      {reply.state === 'proposed' && <Approval reply={reply} change={change} version={version} />}
      {reply.problem && (isUndecided || reply.state === 'cancelled') && (
        <p className={styles.note}>{t('reply.problem', { problem: reply.problem })}</p>
      )}
      <ReplyAttempts of={reply.attemptList} />
      {isUndecided && (
        <div className={styles.decision} role="group" aria-label={t('reply.actions')}>
          {reply.state === 'unknown' && <p className={styles.note}>{t('reply.unknownHelp')}</p>}
          {reply.state === 'unknown' && canCheck && (
            <Button
              size="compact-sm"
              loading={reply.isChecking}
              disabled={change.isPending}
              onClick={() => resolve('check')}
            >
              {t('reply.check')}
            </Button>
          )}
          <Button size="compact-sm" loading={change.isPending} onClick={() => resolve('send-again')}>
            {t('reply.sendAgain')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={change.isPending}
            onClick={() => resolve('mark-sent')}
          >
            {t('reply.markSent')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={change.isPending}
            onClick={() => resolve('cancel')}
          >
            {t('reply.cancel')}
          </Button>
        </div>
      )}
    </li>
  );
}
