import { useEffect } from 'react';
import { isSwitchedOff } from './use-single-keys.js';

export type KeyBindings = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const FIELDS =
  'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"], ' +
  '[role="menu"], [role="listbox"], [role="combobox"]';
const DIALOG = '[role="dialog"], [aria-modal="true"]';

/** Single keys never act while a person types, or while a dialog or menu has the keyboard. */
function isTakenElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
    return true;
  if (document.querySelector(DIALOG) !== null) return true;
  // The key that closed a dialog has already taken it away, and is not meant for what lies below.
  return event.target instanceof Element && event.target.closest(`${FIELDS}, ${DIALOG}`) !== null;
}

/** Global single-key shortcuts, by `event.key`. Pass a stable object. What the palette presses is never switched off. */
export function useKeys(bindings: KeyBindings): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = bindings[event.key];
      if (action === undefined || (event.isTrusted && isSwitchedOff(event.key)) || isTakenElsewhere(event))
        return;
      event.preventDefault();
      action(event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [bindings]);
}
