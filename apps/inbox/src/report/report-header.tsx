import type { ReportSummary } from '@app/api-contract';
import { ActionIcon } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../layout/copy-button.js';
import { Icon } from '../layout/icon.js';
import { Time } from '../locales/time.js';
import { DueMark } from '../reports/due-mark.js';
import { ConfidentialMark, FlagMarks, LegalHoldMark } from '../reports/marks.js';
import { useChannels } from '../reports/use-channels.js';
import { OthersHere } from './others-here.js';
import styles from './report-header.module.css';

interface Props {
  report: ReportSummary;
  heading?: RefObject<HTMLHeadingElement | null>;
  onBack: () => void;
}

export function ReportHeader({ report, heading, onBack }: Props) {
  const { t } = useTranslation();
  const { nameOf } = useChannels();
  return (
    <header className={styles.root}>
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('report.back')} onClick={onBack}>
        <Icon name="back" size={18} />
      </ActionIcon>
      <div className={styles.what}>
        <div className={styles.line}>
          <h2 ref={heading} tabIndex={-1} className={styles.code}>
            {report.ticketCode}
          </h2>
          <CopyButton value={report.ticketCode} what={t('report.ticketCode')} />
          <span className={styles.status}>{t(`status.${report.status}`)}</span>
          <FlagMarks flags={report.flags} />
          {report.isConfidential && <ConfidentialMark />}
          {report.hasLegalHold && <LegalHoldMark />}
          <DueMark at={report.nextDueAt} />
        </div>
        <OthersHere reportId={report.id} />
        <p className={styles.about}>
          {report.contactName || t('inbox.anonymous')} · {nameOf(report.channel)} · {t('report.received')}{' '}
          <Time at={report.receivedAt} />
          {report.agency && ` · ${report.agency.shortName}`}
          {report.assignee && ` · ${t('report.claimedBy', { name: report.assignee.name })}`}
        </p>
      </div>
    </header>
  );
}
