import { useInstants } from '../locales/use-instants.js';
import { useNow } from '../locales/use-now.js';
import { useTexts } from '../locales/use-texts.js';
import { Mark } from './mark.js';

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
    <Mark icon="clock" tone={isOver ? 'bad' : 'warn'} title={absolute(at)}>
      {t(isOver ? 'clock.over' : 'clock.near', { when: relative(at) })}
    </Mark>
  );
}
