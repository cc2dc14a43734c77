import type { ReactNode } from 'react';
import { Icon } from './icon.js';
import type { IconName } from './icon-shapes.js';
import styles from './blank-state.module.css';

interface Props {
  icon: IconName;
  title: string;
  text?: string;
  /** There is nothing else on the page. */
  isWholePage?: boolean;
  children?: ReactNode;
}

export function BlankState({ icon, title, text, isWholePage = false, children }: Props) {
  const Title = isWholePage ? 'h1' : 'p';
  return (
    <div className={styles.root}>
      <span className={styles.icon}>
        <Icon name={icon} size={28} />
      </span>
      <Title className={styles.title}>{title}</Title>
      {text !== undefined && <p className={styles.text}>{text}</p>}
      {children}
    </div>
  );
}
