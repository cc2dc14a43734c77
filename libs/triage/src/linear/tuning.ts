/** Values of the features, found on held-out themes of the corpus. */
export const TUNING = {
  stem: 1,
  gram: 0.05,
  pair: 1,
  skip: 0.5,
  negated: 1,
  cue: 1,
  cueSum: 1,
  claim: 0.5,
  concept: 0.3,
  conceptPair: 0.3,
  shape: 0.4,
  edge: 0.5,
  power: 0.5,
  scale: 2,
};
