import type { Reply, ReplyDraft, ReplyFile } from '@app/api-contract';
import { newKey } from './new-key.js';

/** An approved text that is being filled in. */
export interface TemplateDraft {
  readonly name: string;
  readonly language: string;
  /** With `{{1}}`, `{{2}}` ... for the parameters. */
  readonly text: string;
  readonly parameters: readonly string[];
}

/** An answer that is being written. */
export interface Draft {
  readonly text: string;
  /** Uploaded already. */
  readonly files: readonly ReplyFile[];
  /** Words of the buttons below it. */
  readonly choices: readonly string[];
  /** null: the channel's usual way. */
  readonly mode: 'public' | 'private' | null;
  /** Instead of the text. */
  readonly template: TemplateDraft | null;
  /** One for each answer, kept until it is known what became of it: sending twice sends one. */
  readonly idempotencyKey: string;
  /** Given to the server, outcome not known yet: the text, and the answers that were there before. */
  readonly attempt: { readonly text: string; readonly knownReplyIds: readonly string[] } | null;
  /** The last entry of the timeline that the officer has seen; null while nothing is written. */
  readonly seenEventId: string | null;
  /** When it was last written at, ISO 8601; '' for never. */
  readonly editedAt: string;
  /** `editedAt` of what the server keeps. */
  readonly syncedAt: string;
}

export const emptyDraft = (): Draft => ({
  text: '',
  files: [],
  choices: [],
  mode: null,
  template: null,
  idempotencyKey: newKey(),
  attempt: null,
  seenEventId: null,
  editedAt: '',
  syncedAt: '',
});

export function isEmpty({ text, files, template }: Draft): boolean {
  return text.trim() === '' && files.length === 0 && template === null;
}

/** What the citizen will read: the officer's own words, or the template with what is filled in so far. */
export function wordsOf({ text, template }: Draft): string {
  if (template === null) return text.trim();
  return template.text.replace(/\{\{(\d+)\}\}/g, (mark, number: string) => {
    const parameter = template.parameters[Number(number) - 1]?.trim() ?? '';
    return parameter === '' ? mark : parameter;
  });
}

export function withAttempt(draft: Draft, replies: readonly Reply[]): Draft {
  const knownReplyIds = draft.attempt?.knownReplyIds ?? replies.map((reply) => reply.id);
  return { ...draft, attempt: { text: wordsOf(draft), knownReplyIds } };
}

/**
 * The later of what this browser and what the server have. A draft that the server had and has no more was sent or
 * emptied at another desk.
 */
export function newerDraft(here: Draft, there: ReplyDraft | null): Draft {
  if (here.attempt !== null) return here;
  if (there === null) {
    const wasThere = here.syncedAt !== '' && here.syncedAt === here.editedAt;
    return wasThere ? emptyDraft() : here;
  }
  if (there.editedAt <= here.editedAt) return here;
  return { ...there, template: there.template ?? null, attempt: null, syncedAt: there.editedAt };
}

export type Settlement = 'open' | 'sent' | 'recorded-before';

/**
 * What the report's answers tell about an attempt.
 * `sent`: the text is among them, the draft begins anew. `recorded-before`: an earlier version of the text arrived
 * although it did not look so; what the officer has written since stays, as a new answer.
 */
export function settle(
  draft: Draft,
  replies: readonly Reply[],
  authorId: string,
): { readonly draft: Draft; readonly outcome: Settlement } {
  const { attempt } = draft;
  if (attempt === null) return { draft, outcome: 'open' };
  const fresh = replies.filter(
    (reply) => reply.author.id === authorId && !attempt.knownReplyIds.includes(reply.id),
  );
  if (fresh.length === 0) return { draft, outcome: 'open' };
  const typed = wordsOf(draft);
  if (typed === '' || fresh.some((reply) => sameText(reply.text, typed)))
    return { draft: emptyDraft(), outcome: 'sent' };
  return {
    draft: {
      ...emptyDraft(),
      text: draft.text,
      choices: draft.choices,
      template: draft.template,
      seenEventId: draft.seenEventId,
    },
    outcome: 'recorded-before',
  };
}

const PLACEHOLDER = /\[[A-Z ]+ \d+\]/;

/** The server cleans a text before it keeps it, and shows it with its personal data masked. */
function sameText(kept: string, typed: string): boolean {
  const clean = (text: string) =>
    text.toWellFormed().replaceAll('\0', '\uFFFD').replace(/\r\n?/g, '\n').trim();
  const parts = clean(kept)
    .split(PLACEHOLDER)
    .map((part) => part.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]{1,80}?')}$`).test(clean(typed));
}
