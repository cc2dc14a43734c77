import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../layout/icon.js';
import type { IconName } from '../layout/icon-shapes.js';
import styles from './marks.module.css';
import type { Tone } from './class-looks.js';

interface Props {
  icon: IconName;
  tone: Tone;
  title?: string;
  isStrong?: boolean;
  /** An icon to the eye; the words are for screen readers. */
  isCompact?: boolean;
  children: ReactNode;
}

export function Mark({ icon, tone, title, isStrong = false, isCompact = false, children }: Props) {
  return (
    <span className={styles.mark} data-tone={tone} data-strong={isStrong} title={title}>
      <Icon name={icon} size={13} />
      {isCompact ? (
        <VisuallyHidden>{children}</VisuallyHidden>
      ) : (
        <span className={styles.words}>{children}</span>
      )}
    </span>
  );
}
