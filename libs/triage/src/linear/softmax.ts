/** Probabilities of the first `count` scores; they sum to 1, whatever finite scores come in. */
export function softmax(scores: ArrayLike<number>, count: number, temperature: number): number[] {
  let highest = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < count; index++) highest = Math.max(highest, scores[index] as number);
  const powers: number[] = [];
  let sum = 0;
  for (let index = 0; index < count; index++) {
    const power = Math.exp(((scores[index] as number) - highest) / temperature);
    powers.push(power);
    sum += power;
  }
  for (let index = 0; index < count; index++) powers[index] = (powers[index] as number) / sum;
  return powers;
}
