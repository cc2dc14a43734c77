import { Icon } from '../layout/icon.js';
import { useInstants } from '../locales/use-instants.js';
import { useNow } from '../locales/use-now.js';
import { useTexts } from '../locales/use-texts.js';
import styles from './marks.module.css';

/** Deadlines further away than this are nobody's worry yet. */
const SHOWN_BEFORE_MS = 3 * 86_400_000;

/** The earliest legal clock of a report, when it is near or has run out. */
export function DueMark({ at }: { at: string | null }) {
  const t = useTexts();
  const { relative, absolute } = useInstants();
  const now = useNow();
  if (at === null || Date.parse(at) - now > SHOWN_BEFORE_MS) return null;
  const isOver = Date.parse(at) < now;
  return (
    <span className={styles.mark} data-tone={isOver ? 'bad' : 'warn'} title={absolute(at)}>
      <Icon name="clock" size={13} />
      {t(isOver ? 'clock.over' : 'clock.near', { when: relative(at) })}
    </span>
  );
}
