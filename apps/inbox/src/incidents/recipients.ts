import type { IncidentRecipient } from '@app/api-contract';
import { textLength, textLimit } from '../report/text-length.js';
import { unfilledMarks } from '../report/template-variables.js';

/** What happened at a report since the officer saw it. */
export type RecipientNews = 'answered' | 'wrote';

export function canAnswer({ options }: IncidentRecipient): boolean {
  return options.isAllowed && !options.needsTemplate;
}

/** Whoever was answered already is left out until the officer ticks them. */
export function isTicked(recipient: IncidentRecipient, ticks: Readonly<Record<string, boolean>>): boolean {
  return canAnswer(recipient) && (ticks[recipient.report.id] ?? !recipient.isAnswered);
}

/** Why the text cannot go to this reporter as it is. */
export function faultOf({ options }: IncidentRecipient, text: string) {
  const { maxTextLength, lengthUnit } = textLimit(options, null);
  const used = textLength(text, lengthUnit);
  return { used, maxTextLength, isTooLong: used > maxTextLength, unfilled: unfilledMarks(text) };
}

/** What others did, or the citizen wrote, between two looks; what the system did by itself is no news. */
export function newsBetween(
  seen: readonly IncidentRecipient[],
  now: readonly IncidentRecipient[],
  except: ReadonlySet<string> = new Set(),
): Readonly<Record<string, RecipientNews>> {
  const before = new Map(seen.map((one) => [one.report.id, one]));
  return Object.fromEntries(
    now.flatMap(({ report: { id }, lastAnswer, lastMessage }) => {
      const known = before.get(id);
      if (!known || except.has(id)) return [];
      if (lastMessage !== null && lastMessage.id !== known.lastMessage?.id)
        return [[id, 'wrote'] as [string, RecipientNews]];
      if (lastAnswer !== null && lastAnswer.id !== known.lastAnswer?.id)
        return [[id, 'answered'] as [string, RecipientNews]];
      return [];
    }),
  );
}
