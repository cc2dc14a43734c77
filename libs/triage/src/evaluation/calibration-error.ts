const BINS = 10;

/**
 * Expected calibration error: the mean distance between confidence and share of right answers, over ten bins of equal
 * width weighted by their size. 0 is perfect, 1 the worst; 0 for no answers.
 */
export function calibrationError(
  answers: readonly { readonly confidence: number; readonly isRight: boolean }[],
): number {
  const bins = Array.from({ length: BINS }, () => ({ confidence: 0, right: 0 }));
  for (const { confidence, isRight } of answers) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
    if (bin === undefined) continue;
    bin.confidence += confidence;
    bin.right += isRight ? 1 : 0;
  }
  // size/total * |confidence/size - right/size| = |confidence - right| / total
  const sum = bins.reduce((total, { confidence, right }) => total + Math.abs(confidence - right), 0);
  return answers.length === 0 ? 0 : sum / answers.length;
}
