import type { IncidentRecipient } from '@app/api-contract';
import type { LastWordsRow } from '@app/database';
import { createMasker } from '@app/triage';

type LastWords = Pick<IncidentRecipient, 'isAnonymous' | 'isAnswered' | 'lastAnswer' | 'lastMessage'>;

/** What was said last at a report, with its personal data masked. */
export function describeLastWords(words: LastWordsRow): LastWords {
  const { isAnonymous, isAnswered, answerId, answer, answeredAt, authorName, messageId, message } = words;
  const mask = createMasker();
  const textOf = (text: string | null): string => mask(text ?? '').text;
  return {
    isAnonymous,
    isAnswered,
    lastMessage: messageId === null ? null : { id: messageId, text: textOf(message) },
    lastAnswer:
      answerId === null || answeredAt === null
        ? null
        : { id: answerId, at: answeredAt.toISOString(), authorName, text: textOf(answer) },
  };
}
