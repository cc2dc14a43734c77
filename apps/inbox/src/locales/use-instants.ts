import { useSession } from '../session/use-session.js';
import { absoluteInstant, relativeInstant, shortInstant } from './instants.js';
import { useLanguage } from './use-language.js';
import { useNow } from './use-now.js';

/** Times in the organisation's time zone and the screen's language. */
export function useInstants() {
  const [language] = useLanguage();
  const { timeZone } = useSession();
  const now = useNow();
  return {
    relative: (iso: string) => relativeInstant(iso, now, language, timeZone),
    absolute: (iso: string) => absoluteInstant(iso, language, timeZone),
    short: (iso: string) => shortInstant(iso, language, timeZone),
  };
}
