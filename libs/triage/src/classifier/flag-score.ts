import { REPORT_FLAGS, type ReportFlag } from '@app/report-model';
import { CLASS_HEADS } from '../linear/heads.js';
import { lengthFactor } from '../linear/text-features.js';
import type { ScoredText } from './score-text.js';

/** About two sentences. */
const STRETCH_WORDS = 30;

/** What the words add to a head, each part at the last word that it spans; filled anew for each text. */
const additions: number[] = [];

/** What was learnt of a flag: an allegation may be one sentence of a letter, danger is what a message is about. */
export function flagScore(scored: ScoredText, flag: ReportFlag): number {
  const head = CLASS_HEADS + REPORT_FLAGS.indexOf(flag);
  return flag === 'supervisory' ? strongestStretch(scored, head) : (scored.scores[head] ?? 0);
}

/**
 * The score of one head over the stretch of a text that says most for it, counted as if the stretch were all that was
 * written. In a long letter one sentence carries the allegation; summed up over the whole, it drowns in the background.
 */
function strongestStretch({ reading, differentWords, parts, scores }: ScoredText, head: number): number {
  if (differentWords <= STRETCH_WORDS) return scores[head] ?? 0;
  const longer = lengthFactor(STRETCH_WORDS) / lengthFactor(differentWords);
  for (let index = 0; index < reading.count; index++) additions[index] = 0;
  let ofWhole = 0;
  for (let part = 0; part < parts.count; part++) {
    const said =
      (parts.table[(parts.offsets[part] as number) + head] as number) * (parts.values[part] as number);
    const last = parts.last[part] as number;
    if (last < 0) ofWhole += said;
    else additions[last] = (additions[last] as number) + (part < parts.lexical ? said * longer : said);
  }
  return ofWhole + heaviestRun(reading.count);
}

function heaviestRun(count: number): number {
  let run = 0;
  let heaviest = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < count; index++) {
    run += additions[index] as number;
    if (index >= STRETCH_WORDS) run -= additions[index - STRETCH_WORDS] as number;
    if (index >= STRETCH_WORDS - 1) heaviest = Math.max(heaviest, run);
  }
  return heaviest;
}
