import { useSearchParams } from 'react-router';
import { useNow } from '../locales/use-now.js';
import { useSession } from '../session/use-session.js';
import { choiceFrom, parametersOfChoice, type OverviewChoice } from './overview-choice.js';
import { lastDays } from './period.js';

/** Which period and agency the figures are of, kept in the address: going back or loading anew changes nothing. */
export function useOverviewChoice() {
  const [search, setSearch] = useSearchParams();
  const { timeZone } = useSession();
  const choice = choiceFrom(search);
  const { from, to: today } = lastDays(choice.days ?? 1, useNow(), timeZone);
  const change = (part: Partial<OverviewChoice>) =>
    setSearch((now) => parametersOfChoice({ ...choiceFrom(now), ...part }), { replace: true });
  return { ...choice, today, period: choice.own ?? { from, to: today }, change };
}
