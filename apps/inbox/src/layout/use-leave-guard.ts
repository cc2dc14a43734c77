import { useContext, useEffect, useRef, useState } from 'react';
import { UNSAFE_NavigationContext as NavigationContext } from 'react-router';
import { guardPops } from './pop-guard.js';

/** Where the browser's history stands, as the router counts. */
const positionOf = (state: unknown): number =>
  typeof state === 'object' && state !== null && 'idx' in state ? Number(state.idx) : 0;

/**
 * Holds a person back who leaves a page with unsaved changes: by a link, a key, the browser's own buttons, or by
 * closing the tab (where the browser asks in its own words). A router that can do this costs every page 17 kB.
 */
export function useLeaveGuard(isActive: boolean): {
  /** Somebody wants to leave. */
  readonly isAsking: boolean;
  readonly leave: () => void;
  readonly stay: () => void;
} {
  const { navigator } = useContext(NavigationContext);
  const [go, setGo] = useState<{ readonly on: () => void } | null>(null);
  const isOpen = useRef(false);
  useEffect(() => {
    if (!isActive) return undefined;
    isOpen.current = false;
    const { push, replace } = navigator;
    const held =
      (move: typeof push): typeof push =>
      (...where) => {
        if (isOpen.current) move.apply(navigator, where);
        else setGo({ on: () => move.apply(navigator, where) });
      };
    Object.assign(navigator, { push: held(push), replace: held(replace) });

    const here = positionOf(history.state);
    const onPop = (event: PopStateEvent): void => {
      if (isOpen.current) return;
      event.stopImmediatePropagation();
      const steps = positionOf(event.state) - here;
      // Back where we were, after having been sent back.
      if (steps === 0) return;
      history.go(-steps);
      setGo({ on: () => history.go(steps) });
    };
    const onUnload = (event: BeforeUnloadEvent): void => event.preventDefault();
    guardPops(onPop);
    window.addEventListener('beforeunload', onUnload);
    return () => {
      Object.assign(navigator, { push, replace });
      guardPops(null);
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [isActive, navigator]);
  return {
    isAsking: go !== null,
    leave: () => {
      isOpen.current = true;
      setGo(null);
      go?.on();
    },
    stay: () => setGo(null),
  };
}
