import { REPORT_CLASSES, type Evidence, type ReportFlag } from '@app/report-model';
import type { CueMatch } from '../cues/match-cues.js';
import type { Contribution } from './score-text.js';

/** An officer reads eight marks at a glance, not eighty. */
const MOST_EVIDENCE = 8;
/** In calibrated log-odds: below this a word moves the confidence by hardly more than one percent. */
const LEAST_WEIGHT = 0.05;

interface Winner {
  /** Columns in `REPORT_CLASSES`. */
  readonly best: number;
  readonly second: number;
  readonly temperature: number;
}

/**
 * The words that decided. A class item's weight is what it adds to the log-odds of the winning class against the second
 * (negative: it spoke against); a flag item's weight is its cue's. Flags' cues always have a place; the rest is sorted
 * by size.
 */
export function explain(
  text: string,
  contributions: readonly Contribution[],
  flagCues: readonly CueMatch[],
  { best, second, temperature }: Winner,
): Evidence[] {
  const supports = REPORT_CLASSES[best] ?? 'other';
  const byPlace = new Map<string, { start: number; end: number; weight: number }>();
  for (const { start, end, byClass } of contributions) {
    const weight = ((byClass[best] ?? 0) - (byClass[second] ?? 0)) / temperature;
    const place = `${start} ${end}`;
    byPlace.set(place, { start, end, weight: weight + (byPlace.get(place)?.weight ?? 0) });
  }
  const flagItems = flagCues.map(({ cue, start, end }) => ({
    start,
    end,
    weight: cue.weight,
    supports: cue.supports as ReportFlag,
  }));
  const shownFlags = strongest(flagItems, MOST_EVIDENCE / 2);
  const classItems = [...byPlace.values()]
    .filter(({ weight }) => Math.abs(weight) >= LEAST_WEIGHT)
    .map((item) => ({ ...item, supports }));
  return strongest(
    [...shownFlags, ...strongest(classItems, MOST_EVIDENCE - shownFlags.length)],
    MOST_EVIDENCE,
  ).map((item) => ({ text: text.slice(item.start, item.end), ...item }));
}

function strongest<Item extends { weight: number; start: number }>(items: Item[], most: number): Item[] {
  return items.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.start - b.start).slice(0, most);
}
