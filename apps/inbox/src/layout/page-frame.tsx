import type { ReactNode } from 'react';
import styles from './page-frame.module.css';

interface Props {
  title: string;
  lead: string;
  action?: ReactNode;
  children: ReactNode;
}

/** Title, one line of explanation, the page's main action, and a scrolling body. */
export function PageFrame({ title, lead, action, children }: Props) {
  return (
    <div className={styles.root}>
      <title>{`${title} · Wadah`}</title>
      <header className={styles.header}>
        <div>
          <h1 className={styles.title}>{title}</h1>
          <p className={styles.lead}>{lead}</p>
        </div>
        {action}
      </header>
      {children}
    </div>
  );
}
