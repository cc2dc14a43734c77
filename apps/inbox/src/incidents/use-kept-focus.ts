import { useEffect, useRef, type RefObject } from 'react';

/** A button that goes with what it changed leaves the focus to `place`, where the keyboard goes on. */
export function useKeptFocus(place: RefObject<HTMLElement | null>, changing: unknown): void {
  const hadFocus = useRef(false);
  useEffect(() => {
    const note = ({ target }: Event) => {
      hadFocus.current = target instanceof Node && (place.current?.contains(target) ?? false);
    };
    document.addEventListener('focusin', note);
    document.addEventListener('pointerdown', note);
    return () => {
      document.removeEventListener('focusin', note);
      document.removeEventListener('pointerdown', note);
    };
  }, [place]);
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) {
      place.current?.focus({ preventScroll: true });
    }
  }, [place, changing]);
}
