import { REPORT_CLASSES, REPORT_FLAGS, type Evidence, type ReportFlags } from '@app/report-model';
import { CLASS_HEADS } from '../linear/heads.js';
import type { ScoredText } from './score-text.js';

/** An officer reads eight marks at a glance, not eighty. */
const MOST_EVIDENCE = 8;
const MOST_PER_FLAG = 2;
/** In calibrated log-odds: below this a word moves the confidence by hardly more than a few percent. */
const LEAST_WEIGHT = 0.1;

interface Winner {
  /** Columns in `REPORT_CLASSES`. */
  readonly best: number;
  readonly second: number;
  readonly temperature: number;
  readonly flags: ReportFlags;
}

interface Item {
  readonly start: number;
  end: number;
  weight: number;
  readonly supports: Evidence['supports'];
}

/** What each word says, filled anew for each question. */
const weights: number[] = [];

/**
 * The words that decided. A class item's weight is what its words add to the log-odds of the winning class against the
 * second one (negative: they spoke for the second); a flag item's weight is that of its rule, or what its words add to
 * the flag's log-odds. Neighbouring words that pull the same way are one item. The heaviest first, at most eight; raised
 * flags keep a place.
 */
export function explain(
  text: string,
  scored: ScoredText,
  { best, second, temperature, flags }: Winner,
): Evidence[] {
  const items: Item[] = [];
  REPORT_FLAGS.forEach((flag, column) => {
    if (flags[flag]) items.push(...heaviest(flagItems(scored, flag, CLASS_HEADS + column), MOST_PER_FLAG));
  });
  weighWords(scored, best, second, 1 / temperature);
  const label = REPORT_CLASSES[best] ?? 'other';
  items.push(...heaviest(runs(scored, label), MOST_EVIDENCE - items.length));
  return heaviest(items, MOST_EVIDENCE).map(({ start, end, weight, supports }) => ({
    text: text.slice(start, end),
    start,
    end,
    weight,
    supports,
  }));
}

function flagItems(scored: ScoredText, flag: (typeof REPORT_FLAGS)[number], head: number): Item[] {
  const { starts, ends } = scored.reading;
  const ruled = scored.cues
    .filter(({ cue }) => cue.supports === flag && cue.weight > 0)
    .map(({ cue, first, last }): Item => {
      const [start = 0, end = 0] = [starts[first], ends[last]];
      return { start, end, weight: cue.weight, supports: flag };
    });
  weighWords(scored, head, -1, 1);
  const learnt = runs(scored, flag).filter(
    (run) => run.weight > 0 && !ruled.some(({ start, end }) => run.start < end && start < run.end),
  );
  return [...ruled, ...learnt];
}

/**
 * What the words add to one head, less what they add to another (-1: none). Each part is shared evenly among the words
 * it spans; what belongs to the text as a whole has no place.
 */
function weighWords({ reading, parts }: ScoredText, head: number, less: number, scale: number): void {
  const { table } = parts;
  for (let index = 0; index < reading.count; index++) weights[index] = 0;
  for (let part = 0; part < parts.count; part++) {
    const first = parts.first[part] as number;
    if (first < 0) continue;
    const last = parts.last[part] as number;
    const offset = parts.offsets[part] as number;
    const said = (table[offset + head] as number) - (less < 0 ? 0 : (table[offset + less] as number));
    const share = (said * (parts.values[part] as number) * scale) / (last - first + 1);
    for (let word = first; word <= last; word++) weights[word] = (weights[word] as number) + share;
  }
}

/** Neighbouring words of a clause that pull the same way. */
function runs({ reading }: ScoredText, supports: Item['supports']): Item[] {
  const { count, starts, ends, opensClause } = reading;
  const found: Item[] = [];
  let open: Item | undefined;
  for (let index = 0; index < count; index++) {
    const weight = weights[index] as number;
    const start = starts[index] as number;
    const end = ends[index] as number;
    if (Math.abs(weight) < LEAST_WEIGHT || end <= start) {
      open = undefined;
    } else if (open && !opensClause[index] && open.weight > 0 === weight > 0) {
      open.end = Math.max(open.end, end);
      open.weight += weight;
    } else {
      open = { start, end, weight, supports };
      found.push(open);
    }
  }
  return found;
}

/** The first of them by weight, each put in its place among the few kept: sorting all of them costs three times as much. */
function heaviest(items: readonly Item[], most: number): Item[] {
  const kept: Item[] = [];
  for (const item of items) {
    let place = kept.length;
    while (place > 0 && isHeavier(item, kept[place - 1] as Item)) place--;
    if (place === most) continue;
    for (let after = Math.min(kept.length, most - 1); after > place; after--)
      kept[after] = kept[after - 1] as Item;
    kept[place] = item;
  }
  return kept;
}

function isHeavier(a: Item, b: Item): boolean {
  const [heavy, light] = [Math.abs(a.weight), Math.abs(b.weight)];
  return heavy > light || (heavy === light && a.start < b.start);
}
