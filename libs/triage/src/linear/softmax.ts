/** Probabilities that sum to 1, whatever finite scores come in. */
export function softmax(scores: ArrayLike<number>, temperature: number): number[] {
  const values = Array.from(scores);
  const highest = Math.max(...values);
  const powers = values.map((score) => Math.exp((score - highest) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
