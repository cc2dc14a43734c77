import { REPORT_CLASSES, REPORT_FLAGS, type ReportClass, type ReportFlag } from '@app/report-model';
import { bucketOf, hashOf } from '../linear/hash-features.js';

/**
 * A phrase that experienced officers read as a sign. Words are compared in standard spelling, or by stem where the
 * cue's word is itself a stem. `a|b` means either word, `..` up to four words in between, `...` up to twelve, of other clauses
 * too.
 */
export interface Cue {
  readonly phrase: string;
  readonly supports: ReportClass | ReportFlag;
  /** How strong a sign it is by the officers' reading, before training. May be negative. */
  readonly weight: number;
  /** The column of what it supports: the classes in their order, then the flags in theirs. */
  readonly head: number;
  /** Its place among the model's features. */
  readonly bucket: number;
  /** Number of the claim that it makes; -1: none. */
  readonly claim: number;
}

/** The summed weight at which the cues alone raise a flag. */
export const FLAG_THRESHOLD = 1;

const SUPPORTED: readonly Cue['supports'][] = [...REPORT_CLASSES, ...REPORT_FLAGS];

/** Reads `weight: phrase, phrase` lines. */
export function cues(supports: Cue['supports'], lines: string): Cue[] {
  const head = SUPPORTED.indexOf(supports);
  return lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [weight = '', phrases = ''] = line.split(': ');
      return phrases.split(', ').map((listed): Cue => {
        const phrase = listed.trim();
        const bucket = bucketOf(hashOf('cue', `${supports} ${phrase}`));
        return { phrase, supports, weight: Number(weight), head, bucket, claim: -1 };
      });
    });
}

/** Reads `name: phrase, phrase` lines. They weigh nothing by themselves: what a claim says is learnt. */
export function claims(lines: string): Cue[] {
  return lines
    .trim()
    .split('\n')
    .flatMap((line, claim) => {
      const [name = '', phrases = ''] = line.split(': ');
      const bucket = bucketOf(hashOf('claim', name));
      return phrases.split(', ').map((listed): Cue => {
        const phrase = listed.trim();
        return { phrase, supports: 'complaint', weight: 0, head: 0, bucket, claim };
      });
    });
}
