import type { ReplyFile } from '@app/api-contract';
import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import { useNumbers } from '../locales/use-numbers.js';
import styles from './attachments.module.css';
import { isViewable, MediaViewer } from './media-viewer.js';

/** Files that went along with an answer. */
export function SentFiles({ of }: { of: readonly ReplyFile[] }) {
  const { t } = useTranslation();
  const { bytes } = useNumbers();
  const [shown, setShown] = useState<number | null>(null);
  if (of.length === 0) return null;
  const addressOf = (id: string) => `/api/v1/reply-files/${id}`;
  const viewable = of
    .filter(({ mimeType }) => isViewable(mimeType))
    .map(({ id, fileName, mimeType }) => ({ id, name: fileName, mimeType, address: addressOf(id) }));
  return (
    <>
      <ul className={styles.list} aria-label={t('reply.files')}>
        {of.map(({ id, fileName, sizeBytes, hasThumbnail }) => {
          const place = viewable.findIndex((one) => one.id === id);
          return hasThumbnail && place >= 0 ? (
            <li key={id} className={styles.picture}>
              <UnstyledButton
                aria-label={t('media.view', { name: fileName })}
                onClick={() => setShown(place)}
              >
                <img
                  className={styles.thumbnail}
                  src={`${addressOf(id)}/thumbnail`}
                  alt={fileName}
                  loading="lazy"
                />
              </UnstyledButton>
            </li>
          ) : (
            <li key={id} className={styles.item}>
              <Icon name="file" />
              <a className={styles.name} href={addressOf(id)} download={fileName}>
                {fileName}
              </a>
              <span className={styles.about}>{bytes(sizeBytes)}</span>
            </li>
          );
        })}
      </ul>
      <MediaViewer items={viewable} shown={shown} onShow={setShown} />
    </>
  );
}
