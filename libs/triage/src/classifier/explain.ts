import { REPORT_CLASSES, REPORT_FLAGS, type Evidence, type ReportFlags } from '@app/report-model';
import { CLASS_HEADS, HEADS } from '../linear/heads.js';
import type { CueMatch } from '../cues/match-cues.js';
import type { Token } from '../text/tokens.js';
import type { TokenScore } from './score-tokens.js';

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

type Item = Omit<Evidence, 'text'>;

/**
 * The words that decided. A class item's weight is what its words add to the log-odds of the winning class against the
 * second one (negative: they spoke for the second); a flag item's weight is that
 * of its rule, or what its words add to the flag's log-odds.
 * Neighbouring words that pull the same way are one item. The heaviest first, at most eight; raised flags keep a place.
 */
export function explain(
  text: string,
  tokens: readonly Token[],
  score: TokenScore,
  cues: readonly CueMatch[],
  { best, second, temperature, flags }: Winner,
): Evidence[] {
  const label = REPORT_CLASSES[best] ?? 'other';
  const classWeights = weightsByToken(
    tokens,
    score,
    (offset) => ((score.values[offset + best] ?? 0) - (score.values[offset + second] ?? 0)) / temperature,
  );
  const flagItems = REPORT_FLAGS.flatMap((flag, column) => {
    if (!flags[flag]) return [];
    const weights = weightsByToken(
      tokens,
      score,
      (offset) => score.values[offset + CLASS_HEADS + column] ?? 0,
    );
    const ruled = cues.filter(({ cue }) => cue.supports === flag && cue.weight > 0);
    const items = [
      ...ruled.map(({ start, end, cue }) => ({ start, end, weight: cue.weight })),
      ...runsOf(tokens, weights).filter(
        (run) => run.weight > 0 && !ruled.some(({ start, end }) => run.start < end && start < run.end),
      ),
    ];
    return heaviest(items, MOST_PER_FLAG).map((item): Item => ({ ...item, supports: flag }));
  });
  const classItems = runsOf(tokens, classWeights).map((item): Item => ({ ...item, supports: label }));
  return heaviest(
    [...flagItems, ...heaviest(classItems, MOST_EVIDENCE - flagItems.length)],
    MOST_EVIDENCE,
  ).map((item) => ({ text: text.slice(item.start, item.end), ...item }));
}

/** Shares each contribution evenly among the words it spans; what belongs to the text as a whole has no place. */
function weightsByToken(
  tokens: readonly Token[],
  score: TokenScore,
  read: (offset: number) => number,
): Float64Array {
  const weights = new Float64Array(tokens.length);
  for (let index = 0; index < score.count; index++) {
    const first = score.first[index] as number;
    if (first < 0) continue;
    const last = score.last[index] as number;
    const share = read(index * HEADS) / (last - first + 1);
    for (let token = first; token <= last; token++) weights[token] = (weights[token] as number) + share;
  }
  return weights;
}

function runsOf(tokens: readonly Token[], weights: Float64Array): Omit<Item, 'supports'>[] {
  const runs: { start: number; end: number; weight: number }[] = [];
  let open: (typeof runs)[number] | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const { start, end, opensClause } = tokens[index] as Token;
    const weight = weights[index] as number;
    if (Math.abs(weight) < LEAST_WEIGHT || end <= start) {
      open = undefined;
    } else if (open && !opensClause && open.weight > 0 === weight > 0) {
      open.end = Math.max(open.end, end);
      open.weight += weight;
    } else {
      open = { start, end, weight };
      runs.push(open);
    }
  }
  return runs;
}

function heaviest<Part extends { weight: number; start: number }>(items: Part[], most: number): Part[] {
  return items.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.start - b.start).slice(0, most);
}
