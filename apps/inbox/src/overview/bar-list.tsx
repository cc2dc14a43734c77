import { Link } from 'react-router';
import { useNumbers } from '../locales/use-numbers.js';
import styles from './overview.module.css';

interface Bar {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  /** Opens the list of what was counted. */
  readonly to: string;
}

/** Counts as bars, each as long as its share of the largest. */
export function BarList({ title, bars, empty }: { title: string; bars: readonly Bar[]; empty: string }) {
  const { whole } = useNumbers();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <section className={styles.panel}>
      <h2 className={styles.heading}>{title}</h2>
      {bars.length === 0 && <p className={styles.quiet}>{empty}</p>}
      <ul className={styles.bars}>
        {bars.map(({ key, name, count, to }) => (
          <li key={key} className={styles.bar}>
            <Link className={styles.barLine} to={to}>
              <span>{name}</span>
              <span className={styles.barCount}>{whole(count)}</span>
            </Link>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.fill} style={{ inlineSize: `${(count / most) * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
