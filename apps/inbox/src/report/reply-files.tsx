import type { ReplyFile, ReplyOptions } from '@app/api-contract';
import { ActionIcon, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/use-problem-text.js';
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
  const problemText = useProblemText();
  const withoutRoom = uploads.missing.filter(({ error }) => error === null).map(({ name }) => name);
  const refused = uploads.missing.filter(({ error }) => error !== null);
  const room = limits.maxCount - files.length - uploads.underway;
  return (
    <div className={styles.files}>
      <FileChoice
        multiple
        disabled={room <= 0}
        onChange={(chosen) => uploads.add(chosen, room)}
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
      {uploads.missing.length > 0 && (
        <ul className={styles.missing} role="alert" aria-label={t('reply.missingFiles')}>
          {withoutRoom.length > 0 && (
            <li>{t('reply.noRoomForFiles', { names: withoutRoom.join(', '), limit: limits.maxCount })}</li>
          )}
          {refused.map(({ name, error }, index) => (
            <li key={index}>{t('reply.fileRefused', { name, problem: problemText(error) })}</li>
          ))}
        </ul>
      )}
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
