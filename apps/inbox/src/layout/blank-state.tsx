import type { ReactNode } from 'react';
import { Icon } from './icon.js';
import type { IconName } from './icon-shapes.js';
import styles from './blank-state.module.css';

interface Props {
  icon: IconName;
  title: string;
  text?: string;
  children?: ReactNode;
}

export function BlankState({ icon, title, text, children }: Props) {
  return (
    <div className={styles.root}>
      <span className={styles.icon}>
        <Icon name={icon} size={28} />
      </span>
      <p className={styles.title}>{title}</p>
      {text !== undefined && <p className={styles.text}>{text}</p>}
      {children}
    </div>
  );
}
