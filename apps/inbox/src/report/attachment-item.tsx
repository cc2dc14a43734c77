import type { Attachment } from '@app/api-contract';
import { Button, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { Icon } from '../layout/icon.js';
import { useInstants } from '../locales/use-instants.js';
import { useNumbers } from '../locales/use-numbers.js';
import styles from './attachments.module.css';
import { Place } from './message-extras.js';
import type { ReportChange } from './use-report-change.js';

/** Of a small picture in the conversation, in CSS pixels. */
const LARGEST = { width: 320, height: 240 };

interface Props {
  attachment: Attachment;
  change: ReportChange | undefined;
  /** Absent: it cannot be shown here. */
  onView: (() => void) | undefined;
}

export function AttachmentItem({ attachment, change, onView }: Props) {
  const { t } = useTranslation();
  const { bytes } = useNumbers();
  const { id, kind, state, hasThumbnail, mimeType, sizeBytes, place } = attachment;
  const kindName = t(`attachment.${kind}`);
  const name = attachment.fileName ?? attachment.description ?? kindName;
  const address = `/api/v1/attachments/${id}`;
  const about = [name === kindName ? null : kindName, sizeBytes === null ? null : bytes(sizeBytes)];
  if (hasThumbnail && onView) {
    return (
      <li className={styles.picture}>
        <UnstyledButton aria-label={t('media.view', { name })} onClick={onView}>
          <img
            className={styles.thumbnail}
            src={`${address}/thumbnail`}
            alt={name}
            loading="lazy"
            {...sizeOnPage(attachment)}
          />
        </UnstyledButton>
        {place && <Place {...place} label={t('media.placeOfCamera')} />}
      </li>
    );
  }
  return (
    <li className={styles.item}>
      <Icon name={kind === 'document' ? 'file' : 'clip'} />
      <span className={styles.name}>
        {onView && <UnstyledButton onClick={onView}>{name}</UnstyledButton>}
        {!onView && state === 'stored' && (
          <a href={address} download={name}>
            {name}
          </a>
        )}
        {!onView && state !== 'stored' && name}
      </span>
      <span className={styles.about}>{about.filter(Boolean).join(' · ')}</span>
      {state === 'stored' && mimeType?.startsWith('audio/') && (
        <audio className={styles.sound} controls preload="none" src={address} />
      )}
      <WhyNotHere attachment={attachment} change={change} />
    </li>
  );
}

/** Why a file is not here, and asking for it again. */
function WhyNotHere({ attachment, change }: Pick<Props, 'attachment' | 'change'>) {
  const { t } = useTranslation();
  const instants = useInstants();
  const { id, state, refusal, problem, nextAttemptAt, url } = attachment;
  if (state === 'none' || state === 'stored') return null;
  if (state === 'erased') return <p className={styles.why}>{t('media.erased')}</p>;
  const why =
    refusal !== null
      ? t(`media.refusal.${refusal}`)
      : t(state === 'pending' ? 'media.pending' : 'media.failed');
  const retry = () => change?.mutate({ send: () => callApi('retryAttachment', { params: { id } }) });
  return (
    <div className={styles.why} role="status">
      <span>{why}</span>
      {state !== 'pending' && problem !== null && <span>{t('reply.problem', { problem })}</span>}
      {state === 'failed' && (
        <span>
          {nextAttemptAt === null
            ? t('media.waitsForYou')
            : t('media.nextAttempt', { at: instants.short(nextAttemptAt) })}
        </span>
      )}
      {change && state !== 'pending' && (
        <Button size="compact-sm" variant="default" disabled={change.isPending} onClick={retry}>
          {t('app.tryAgain')}
        </Button>
      )}
      {url !== null && (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {t('media.onPlatform')}
        </a>
      )}
    </div>
  );
}

/** Room is kept before the picture is there, so that the conversation does not jump. */
function sizeOnPage({ width, height }: Attachment): { width: number; height: number } | undefined {
  if (width === null || height === null) return undefined;
  const scale = Math.min(1, LARGEST.width / width, LARGEST.height / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
