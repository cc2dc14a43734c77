import type { Message } from '@app/api-contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AttachmentItem } from './attachment-item.js';
import styles from './attachments.module.css';
import { MediaViewer, isViewable } from './media-viewer.js';
import type { ReportChange } from './use-report-change.js';

interface Props {
  of: Message['attachments'];
  /** Absent where nothing can be asked for again. */
  change?: ReportChange | undefined;
}

/** What came with a message: pictures as small pictures, the rest by name, and where each file stands. */
export function Attachments({ of, change }: Props) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<number | null>(null);
  if (of.length === 0) return null;
  const viewable = of
    .filter(({ state, mimeType }) => state === 'stored' && isViewable(mimeType))
    .map(({ id, fileName, description, kind, mimeType }) => ({
      id,
      name: fileName ?? description ?? t(`attachment.${kind}`),
      mimeType: mimeType ?? '',
      address: `/api/v1/attachments/${id}`,
    }));
  return (
    <>
      <ul className={styles.list} aria-label={t('conversation.attachments')}>
        {of.map((attachment) => {
          const place = viewable.findIndex(({ id }) => id === attachment.id);
          return (
            <AttachmentItem
              key={attachment.id}
              attachment={attachment}
              change={change}
              onView={place < 0 ? undefined : () => setShown(place)}
            />
          );
        })}
      </ul>
      <MediaViewer items={viewable} shown={shown} onShow={setShown} />
    </>
  );
}
