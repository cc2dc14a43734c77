import { useState } from 'react';

export interface Draft<Value> {
  readonly value: Value;
  /** Of what it was made from: sent along, so that nobody's change is overwritten unseen. */
  readonly version: string;
  readonly isChanged: boolean;
  /** Somebody else has saved something else since it was begun. */
  readonly isStale: boolean;
  set(value: Value): void;
  /** Forgets the draft: what is stored is shown. */
  discard(): void;
  /** Goes on with the draft although something else is stored: saving will replace that. */
  keep(): void;
}

/** What an admin changes, until it is saved. Without changes it follows what is stored. */
export function useDraft<Value>(stored: Value, version: string): Draft<Value> {
  const [base, setBase] = useState({ value: stored, version });
  const [value, set] = useState(stored);
  const isChanged = JSON.stringify(value) !== JSON.stringify(base.value);
  const discard = () => {
    setBase({ value: stored, version });
    set(stored);
  };
  if (version !== base.version && (!isChanged || JSON.stringify(value) === JSON.stringify(stored))) discard();
  return {
    value,
    version: base.version,
    isChanged,
    isStale: version !== base.version,
    set,
    discard,
    keep: () => setBase({ value: stored, version }),
  };
}
