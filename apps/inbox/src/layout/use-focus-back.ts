import { useEffect, useState } from 'react';

/** What is open only while it is there gives the focus back, when it goes, to where it was before. */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // Whoever took the focus meanwhile keeps it.
      if (document.activeElement === document.body && opener instanceof HTMLElement)
        opener.focus({ preventScroll: true });
    },
    [opener],
  );
}
