import type { ReplyFile, ReplyOptions } from '@app/api-contract';
import { ActionIcon, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FileChoice } from '../layout/file-choice.js';
import { Icon } from '../layout/icon.js';
import { useNumbers } from '../locales/use-numbers.js';
import styles from './reply-box.module.css';
import type { FileUploads } from './use-file-uploads.js';

interface Props {
  limits: NonNullable<ReplyOptions['files']>;
  files: readonly ReplyFile[];
  uploads: FileUploads;
  onRemove: (id: string) => void;
}

/** Files that go along with the answer; what may be chosen is said before. */
export function ReplyFiles({ limits, files, uploads, onRemove }: Props) {
  const { t } = useTranslation();
  const { bytes } = useNumbers();
  const room = limits.maxCount - files.length - uploads.underway;
  return (
    <div className={styles.files}>
      <FileChoice
        multiple
        disabled={room <= 0}
        onChange={(chosen) => uploads.add(chosen.slice(0, room))}
        inputProps={{ 'aria-label': t('reply.addFile') }}
      >
        {(props) => (
          <Button {...props} size="compact-sm" variant="default" leftSection={<Icon name="clip" size={14} />}>
            {t('reply.addFile')}
          </Button>
        )}
      </FileChoice>
      <span className={styles.soft}>
        {t('reply.fileLimits', { count: limits.maxCount, size: bytes(limits.maxBytes) })}
      </span>
      {(files.length > 0 || uploads.underway > 0) && (
        <ul className={styles.chosen} aria-label={t('reply.files')}>
          {files.map(({ id, fileName, sizeBytes, hasThumbnail }) => (
            <li key={id}>
              {hasThumbnail && <img src={`/api/v1/reply-files/${id}/thumbnail`} alt="" />}
              <span>{fileName}</span>
              <span className={styles.soft}>{bytes(sizeBytes)}</span>
              <ActionIcon
                variant="subtle"
                size="sm"
                aria-label={t('reply.removeFile', { name: fileName })}
                onClick={() => onRemove(id)}
              >
                <Icon name="close" size={12} />
              </ActionIcon>
            </li>
          ))}
          {uploads.underway > 0 && <li role="status">{t('reply.uploading', { count: uploads.underway })}</li>}
        </ul>
      )}
    </div>
  );
}
