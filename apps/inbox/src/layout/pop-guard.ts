type Guard = (event: PopStateEvent) => void;

let guard: Guard | null = null;

/** Listens before the router does, which is the only way to be asked before it: called before the first screen. */
export function startPopGuard(): void {
  window.addEventListener('popstate', (event) => guard?.(event));
}

/** @param next is asked when the browser goes back or forward; null: nobody */
export function guardPops(next: Guard | null): void {
  guard = next;
}
