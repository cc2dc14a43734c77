import { createHash } from 'node:crypto';
import { REPORT_FLAGS } from '@app/report-model';
import { CLASS_CUES } from '../cues/class-cues.js';
import { FLAG_CUES } from '../cues/flag-cues.js';
import { SHIPPED_LEXICON } from '../lexicon/lexicon.js';
import { CONCEPTS } from '../linear/concepts.js';
import { TUNING } from '../linear/tuning.js';
import { FRAMES } from './guises.js';
import { HARD_THEMES } from './hard-themes.js';
import { inOrder, type TrainingExample } from './training-example.js';
import {
  DEFAULTS,
  DOMAIN_SHIFT,
  FIT,
  HARD_WEIGHT,
  MISS_COST,
  RUNS,
  SHARES,
  WRONG_ROUTE_COST,
  type TrainingOptions,
} from './training-settings.js';

/** The version that `trainModel` gives its file: a release and a hash of all that goes in. Needs no training. */
export function versionOf(examples: readonly TrainingExample[], options: TrainingOptions = {}): string {
  const { release, ...settings } = { ...DEFAULTS, ...options };
  const sorted = inOrder(examples);
  const rows = sorted.map((row) => [
    row.text,
    row.label,
    row.theme,
    ...REPORT_FLAGS.map((flag) => row[flag]),
  ]);
  const source = JSON.stringify([
    rows,
    settings,
    FIT,
    SHARES,
    HARD_WEIGHT,
    [...HARD_THEMES],
    DOMAIN_SHIFT,
    RUNS,
    TUNING,
    MISS_COST,
    WRONG_ROUTE_COST,
    CLASS_CUES,
    FLAG_CUES,
    CONCEPTS,
    FRAMES,
    [...SHIPPED_LEXICON],
  ]);
  return `${release}-${createHash('sha256').update(source).digest('hex').slice(0, 8)}`;
}
