import type { ReportSummary } from '@app/api-contract';
import { OPEN_STATUSES } from '@app/report-model';
import { VisuallyHidden } from '@mantine/core';
import { memo, useEffect, useRef } from 'react';
import { Icon } from '../layout/icon.js';
import { useInstants } from '../locales/use-instants.js';
import { Time } from '../locales/time.js';
import { useTexts } from '../locales/use-texts.js';
import { DueMark } from './due-mark.js';
import { FoundText } from './found-text.js';
import {
  ClassMark,
  ConfidentialMark,
  FlagMarks,
  LegalHoldMark,
  UndecidedReplyMark,
  UnsureMark,
} from './marks.js';
import { RowPresence } from './row-presence.js';
import styles from './report-row.module.css';
import type { Density } from './use-density.js';

interface Props {
  report: ReportSummary;
  channelName: string;
  /** Where it opens. The list acts on the press; a browser's own ways of opening a link stay. */
  address: string;
  isOpen: boolean;
  /** The one row that Tab reaches. */
  isCursor: boolean;
  /** The cursor was moved here by a key. */
  takesFocus: boolean;
  dateOf: 'lastMessageAt' | 'receivedAt';
  density: Density;
  /** A box to tick stands before it. */
  isChoosing: boolean;
}

export const ReportRow = memo(function ReportRow(props: Props) {
  const { report, channelName, address, isOpen, isCursor, takesFocus, dateOf, density, isChoosing } = props;
  const t = useTexts();
  const { short } = useInstants();
  const link = useRef<HTMLAnchorElement>(null);
  const isUnanswered = report.hasUnansweredMessage && OPEN_STATUSES.includes(report.status);
  useEffect(() => {
    if (takesFocus) link.current?.focus({ preventScroll: true });
  }, [takesFocus]);

  return (
    <a
      ref={link}
      className={styles.root}
      href={address}
      data-report={report.id}
      tabIndex={isCursor ? 0 : -1}
      aria-current={isOpen ? 'true' : undefined}
      data-unanswered={isUnanswered}
      data-urgent={report.flags.urgent}
      data-density={density}
      data-choosing={isChoosing}
    >
      <span className={styles.top}>
        {isUnanswered && (
          <span className={styles.dot} title={t('inbox.unanswered')}>
            <VisuallyHidden>{t('inbox.unanswered')}</VisuallyHidden>
          </span>
        )}
        <span className={styles.name}>{report.contactName || t('inbox.anonymous')}</span>
        <span className={styles.channel}>{channelName}</span>
        <span className={styles.code}>{report.ticketCode}</span>
        <span className={styles.age}>
          <Time at={report[dateOf]} />
        </span>
      </span>
      <span className={styles.excerpt}>
        {report.match !== null ? <FoundText text={report.match} /> : report.excerpt || t(emptyText(report))}
      </span>
      <span className={styles.foot}>
        <FlagMarks flags={report.flags} isCompact />
        <ClassMark of={report.class} />
        {report.hasUndecidedReply && <UndecidedReplyMark />}
        {report.isUnsure && <UnsureMark />}
        {report.isConfidential && <ConfidentialMark />}
        {report.hasLegalHold && <LegalHoldMark />}
        <DueMark at={report.nextDueAt} />
        <span className={styles.rest}>
          {[
            t(`status.${report.status}`),
            report.agency?.shortName,
            report.assignee?.name,
            ...report.tags.map((tag) => `#${tag}`),
            report.incident && t('incident.mark', { count: report.incident.size }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className={styles.extras}>
          <RowPresence reportId={report.id} />
          {report.snoozedUntil !== null && (
            <span title={t('snooze.until', { at: short(report.snoozedUntil) })}>
              <Icon name="moon" size={14} />
              <VisuallyHidden>{t('snooze.until', { at: short(report.snoozedUntil) })}</VisuallyHidden>
            </span>
          )}
          {report.hasAttachments && (
            <span title={t('inbox.hasAttachments')}>
              <Icon name="clip" size={14} />
              <VisuallyHidden>{t('inbox.hasAttachments')}</VisuallyHidden>
            </span>
          )}
          {report.messageCount > 1 && (
            <span className={styles.messages} title={t('inbox.messages', { count: report.messageCount })}>
              <span aria-hidden="true">{report.messageCount}</span>
              <VisuallyHidden>{t('inbox.messages', { count: report.messageCount })}</VisuallyHidden>
            </span>
          )}
        </span>
      </span>
    </a>
  );
});

/** Why a report says nothing. */
function emptyText({ isErased, isWithdrawn }: ReportSummary) {
  if (isErased) return 'inbox.erased' as const;
  return isWithdrawn ? ('inbox.withdrawn' as const) : ('conversation.noText' as const);
}
