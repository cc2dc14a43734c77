import type { AliasFault, LexiconFault } from '@app/triage';

export type VocabularyFault = LexiconFault | AliasFault | 'taken' | 'full';

const MESSAGES: Readonly<Record<VocabularyFault, string>> = {
  'spelling-invalid':
    'The spelling must be one word of letters, digits and hyphens that begins with a letter',
  'words-invalid': 'The standard words must be one to five words of letters, digits and hyphens',
  same: 'The word would stand for itself',
  loop: 'The words lead back to the spelling',
  'name-invalid':
    'The name must have one to five words and two to 60 letters, and be more than a word for a level',
  'area-unknown': 'There is no area with this code',
  'areas-too-many': 'A name may mean ten areas at most',
  'no-area': 'The name needs an area',
  taken: 'There is an entry for this already',
  full: 'There are as many entries as can be kept',
};

/** A line of a file that was not taken. */
export interface EntryRefusal {
  readonly line: number;
  /** The spelling or the name, as it stands there. */
  readonly name: string;
  readonly fault: VocabularyFault;
}

/** What became of a file. */
export interface EntryImport {
  readonly taken: number;
  readonly refused: EntryRefusal[];
}

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
