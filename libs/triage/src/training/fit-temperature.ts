import { softmax } from '../linear/softmax.js';

/** Scores of a text that the scoring model had not seen, and the column of its true class. */
export interface HeldOutScore {
  readonly scores: readonly number[];
  readonly truth: number;
}

const LOWEST = 0.3;
const HIGHEST = 12;
const STEP = 1.02;

/**
 * The temperature at which the held-out probabilities fit best (least mean negative log-likelihood), two decimals so
 * that the last bit of a machine's `Math.exp` does not change the model. 1 when there is nothing to fit.
 */
export function fitTemperature(heldOut: readonly HeldOutScore[]): number {
  if (heldOut.length === 0) return 1;
  let best = { temperature: 1, loss: Number.POSITIVE_INFINITY };
  for (let temperature = LOWEST; temperature <= HIGHEST; temperature *= STEP) {
    const loss = meanLoss(heldOut, temperature);
    if (loss < best.loss) best = { temperature, loss };
  }
  return Math.round(best.temperature * 100) / 100;
}

function meanLoss(heldOut: readonly HeldOutScore[], temperature: number): number {
  let sum = 0;
  for (const { scores, truth } of heldOut) {
    sum -= Math.log(Math.max(1e-12, softmax(scores, scores.length, temperature)[truth] ?? 0));
  }
  return sum / heldOut.length;
}
