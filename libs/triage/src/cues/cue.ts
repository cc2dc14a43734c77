import type { ReportClass, ReportFlag } from '@app/report-model';

/**
 * A phrase that experienced officers read as a sign. Words are compared in standard spelling, or by stem where the
 * cue's word is itself a stem. `a|b` means either word, `..` up to four words in between.
 */
export interface Cue {
  readonly phrase: string;
  readonly supports: ReportClass | ReportFlag;
  /** For a class: added to its log-score. For a flag: {@link FLAG_THRESHOLD} raises it. May be negative. */
  readonly weight: number;
}

/** The summed weight at which a flag is raised. */
export const FLAG_THRESHOLD = 1;

/** Reads `weight: phrase, phrase` lines. */
export function cues(supports: Cue['supports'], lines: string): Cue[] {
  return lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [weight = '', phrases = ''] = line.split(': ');
      return phrases
        .split(', ')
        .map((phrase) => ({ phrase: phrase.trim(), supports, weight: Number(weight) }));
    });
}
