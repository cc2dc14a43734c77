import type { Reply, ReportDetail, ReplyOptions } from '@app/api-contract';
import type { ReplyState } from '@app/report-model';
import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import type { IconName } from '../layout/icon-shapes.js';
import { Time } from '../locales/time.js';
import styles from './conversation.module.css';
import { Approval } from './approval.js';
import { MarkedText } from './marked-text.js';
import { ReplyAttempts } from './reply-attempts.js';
import { ReplyDecision } from './reply-decision.js';
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
  options: ReplyOptions;
  version: ReportDetail['version'];
  change: ReportChange;
}

/** One of our answers and what became of it; a failed or uncertain one waits for a decision. */
export function ReplyItem({ reply, channelName, options, version, change }: Props) {
  const { t } = useTranslation();
  const { icon, tone } = STATE_LOOKS[reply.state];
  const isUndecided = reply.state === 'failed' || reply.state === 'unknown';
  const way = wayOf(reply, options);
  return (
    <li className={styles.item} data-direction="outbound" data-undecided={isUndecided}>
      <div className={styles.head}>
        <strong>{reply.author.name}</strong>
        <Time at={reply.createdAt} style="short" />
        <span className={styles.state} data-tone={tone} role="status">
          <Icon name={icon} size={14} />
          {t(reply.isReturned ? 'approval.returned' : `replyState.${reply.state}`)}
        </span>
        {way !== null && (
          <span className={styles.way}>
            <Icon name={way === 'public' ? 'globe' : 'lock'} size={12} />
            {t(`reply.mode.${way}`)}
          </span>
        )}
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
      {reply.isReturned && reply.problem && (
        <p className={styles.note}>{t('approval.returnedNote', { note: reply.problem })}</p>
      )}
      {isUndecided && <ReplyDecision reply={reply} canCheck={options.canCheck} change={change} />}
      <ReplyAttempts of={reply.attemptList} />
    </li>
  );
}

/** Who could read it: as it was chosen, or where there is no choice, as the channel has it. */
function wayOf({ mode }: Reply, { isAllowed, isPublic }: ReplyOptions) {
  if (mode !== null || !isAllowed) return mode;
  return isPublic ? 'public' : 'private';
}
