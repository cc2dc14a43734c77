/** A held-out score of one flag, and whether the text truly carries it. */
export interface HeldOutFlag {
  readonly score: number;
  readonly truth: boolean;
}

/** Score of an even chance; used where nothing can be fitted. */
const EVEN = 0;

/**
 * The score from which a flag is best raised, where a missed flag costs as much as `missCost` false alarms; one decimal.
 * Of equally good thresholds the middle one.
 */
export function fitThreshold(heldOut: readonly HeldOutFlag[], missCost: number): number {
  if (!heldOut.some(({ truth }) => truth)) return EVEN;
  const costAt = (threshold: number): number =>
    heldOut.reduce((cost, { score, truth }) => {
      const isRaised = score >= threshold;
      return cost + (truth && !isRaised ? missCost : !truth && isRaised ? 1 : 0);
    }, 0);
  const costs = Array.from({ length: 101 }, (_, index) => {
    const threshold = (index - 60) / 10;
    return { threshold, cost: costAt(threshold) };
  });
  const least = Math.min(...costs.map(({ cost }) => cost));
  const best = costs.filter(({ cost }) => cost === least);
  return best[Math.floor(best.length / 2)]?.threshold ?? EVEN;
}
