import { ActionIcon, Button, Group, Modal } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import styles from './media-viewer.module.css';

export interface ViewableMedia {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly address: string;
}

interface Props {
  items: readonly ViewableMedia[];
  /** Its number; null: closed. */
  shown: number | null;
  onShow: (shown: number | null) => void;
}

export function isViewable(mimeType: string | null): boolean {
  return /^(image\/(jpeg|png|gif|webp|avif|bmp)|video\/(mp4|webm|quicktime))$/.test(mimeType ?? '');
}

/** Pictures and films over the whole window: arrows go on, Escape closes. */
export function MediaViewer({ items, shown, onShow }: Props) {
  const { t } = useTranslation();
  const item = shown === null ? undefined : items[shown];
  const count = items.length;
  useEffect(() => {
    if (shown === null) return;
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'ArrowRight') onShow(Math.min(shown + 1, count - 1));
      if (key === 'ArrowLeft') onShow(Math.max(shown - 1, 0));
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [shown, count, onShow]);
  return (
    <Modal
      fullScreen
      opened={item !== undefined}
      onClose={() => onShow(null)}
      title={item && (count > 1 ? `${item.name} (${(shown ?? 0) + 1}/${count})` : item.name)}
      classNames={{ content: styles.content ?? '', body: styles.body ?? '' }}
    >
      {item && shown !== null && (
        <>
          <div className={styles.stage}>
            {item.mimeType.startsWith('video/') ? (
              <video key={item.id} className={styles.medium} controls autoPlay src={item.address} />
            ) : (
              <img key={item.id} className={styles.medium} src={item.address} alt={item.name} />
            )}
          </div>
          <Group justify="center" gap="xs">
            {count > 1 && (
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={t('media.previous')}
                disabled={shown === 0}
                onClick={() => onShow(shown - 1)}
              >
                <Icon name="back" />
              </ActionIcon>
            )}
            <Button component="a" variant="default" href={item.address} download={item.name}>
              {t('media.save')}
            </Button>
            {count > 1 && (
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={t('media.next')}
                disabled={shown === count - 1}
                onClick={() => onShow(shown + 1)}
              >
                <span className={styles.flipped}>
                  <Icon name="back" />
                </span>
              </ActionIcon>
            )}
          </Group>
        </>
      )}
    </Modal>
  );
}
