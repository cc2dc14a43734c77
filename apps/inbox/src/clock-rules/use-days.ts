import { useLanguage } from '../locales/use-language.js';
import { useNow } from '../locales/use-now.js';
import { useSession } from '../session/use-session.js';

/** Days as `2026-12-24`, in the organisation's calendar. */
export function useDays() {
  const [language] = useLanguage();
  const { timeZone } = useSession();
  const now = useNow();
  const words = new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return {
    today: new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now),
    long: (day: string) => words.format(Date.parse(day)),
  };
}
