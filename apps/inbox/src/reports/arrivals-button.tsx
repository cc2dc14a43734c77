import { Button, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import styles from './arrivals-button.module.css';
import type { Overflow } from './list-follower.js';
import { STITCHED_LIMIT } from './refresh-list.js';

interface Props {
  /** Arrived above what is on the screen. */
  unseen: number;
  /** Arrived at the last look; also said when they are on the screen. */
  latest: number;
  overflow: Overflow;
  onShow: () => void;
}

export function ArrivalsButton({ unseen, latest, overflow, onShow }: Props) {
  const { t } = useTranslation();
  const text = (count: number) =>
    overflow !== null
      ? t(`live.${overflow}Arrivals`, { limit: STITCHED_LIMIT })
      : count > 0
        ? t('live.arrivals', { count })
        : '';
  const arrivals = text(unseen);
  return (
    <>
      <VisuallyHidden role="status">{text(Math.max(unseen, latest))}</VisuallyHidden>
      {arrivals !== '' && (
        <Button
          className={styles.root}
          size="xs"
          radius="xl"
          leftSection={<Icon name="up" size={14} />}
          aria-label={t('live.showArrivals', { arrivals })}
          onClick={onShow}
        >
          {arrivals}
        </Button>
      )}
    </>
  );
}
