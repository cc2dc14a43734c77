import type { Evidence } from '@app/report-model';

/** A stretch of text with all that the classifier found in it; `evidence` is empty for plain text. */
export interface JudgedPart {
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

/** Cuts a text at the borders of its evidence; pieces that overlap are cut where they do. */
export function judgedParts(text: string, evidence: readonly Evidence[]): JudgedPart[] {
  const within = evidence.filter(({ start, end }) => start >= 0 && start < end && end <= text.length);
  const borders = [...new Set([0, text.length, ...within.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return borders.slice(1).flatMap((end, index) => {
    const start = borders[index] ?? 0;
    const part = text.slice(start, end);
    return part === ''
      ? []
      : [{ text: part, evidence: within.filter((one) => one.start <= start && one.end >= end) }];
  });
}

/**
 * The evidence of each message. The judged text is the citizen's messages one after another; a message that was
 * edited or came after the judgement is not in it and has none.
 * @returns one list for each text, with offsets into that text
 */
export function evidenceOfTexts(
  judged: string,
  evidence: readonly Evidence[],
  texts: readonly string[],
): Evidence[][] {
  let from = 0;
  return texts.map((text) => {
    const start = text.trim() === '' ? -1 : judged.indexOf(text, from);
    if (start === -1) return [];
    const end = start + text.length;
    from = end;
    return evidence
      .filter((one) => one.start >= start && one.end <= end)
      .map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
  });
}

/** Evidence lighter than this share of the heaviest is noise to a reader. */
const LEAST_SHARE = 0.15;

/** The evidence worth a reader's eye. */
export function weightyEvidence(evidence: readonly Evidence[]): Evidence[] {
  const heaviest = Math.max(0, ...evidence.map((one) => Math.abs(one.weight)));
  return evidence.filter((one) => one.weight !== 0 && Math.abs(one.weight) >= heaviest * LEAST_SHARE);
}

/** The words that spoke for these classes and flags: those that weigh most first, none within another. */
export function decidingWords(
  evidence: readonly Evidence[],
  decided: readonly Evidence['supports'][],
  limit: number,
): Evidence[] {
  const chosen: Evidence[] = [];
  const heaviestFirst = weightyEvidence(evidence)
    .filter((one) => one.weight > 0 && decided.includes(one.supports))
    .toSorted((a, b) => b.weight - a.weight);
  for (const one of heaviestFirst) {
    const isSaid = chosen.some(({ text }) => text.toLowerCase().includes(one.text.toLowerCase()));
    if (!isSaid && chosen.length < limit) chosen.push(one);
  }
  return chosen;
}
