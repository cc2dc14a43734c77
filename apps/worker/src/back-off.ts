const FIRST_RETRY_MS = 1_000;
export const LONGEST_RETRY_MS = 60_000;

/**
 * How long to wait after so many failures in a row: twice as long each time, up to a minute, and not before `until`.
 * @param failures 1 after the first; 0 when it only has to wait
 */
export function backOffMs(failures: number, until: Date | null): number {
  const doubled = Math.min(FIRST_RETRY_MS * 2 ** Math.max(0, failures - 1), LONGEST_RETRY_MS);
  return Math.max(doubled, (until?.getTime() ?? 0) - Date.now());
}

/** Resolves after `ms`, or at once when the signal aborts. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(finish, ms);
    function finish() {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    }
    signal.addEventListener('abort', finish);
  });
}
