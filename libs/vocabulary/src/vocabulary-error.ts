import type { LexiconFault } from '@app/triage';

export type VocabularyFault = LexiconFault | 'taken' | 'full';

const MESSAGES: Readonly<Record<VocabularyFault, string>> = {
  'spelling-invalid':
    'The spelling must be one word of letters, digits and hyphens that begins with a letter',
  'words-invalid': 'The standard words must be one to five words of letters, digits and hyphens',
  same: 'The word would stand for itself',
  loop: 'The words lead back to the spelling',
  taken: 'There is an entry for this already',
  full: 'There are as many entries as can be kept',
};

/** The entry is refused; nothing has changed. */
export class VocabularyError extends Error {
  readonly code = 'entry-refused';
  readonly errors: readonly { readonly field: string; readonly message: string }[];

  constructor(readonly fault: VocabularyFault) {
    super(MESSAGES[fault]);
    this.errors = [{ field: 'fault', message: fault }];
  }
}

export class UnknownEntryError extends Error {
  readonly code = 'not-found';
}
