const HOUR_MS = 3_600_000;

let waiting: ServiceWorker | null = null;
let isReplaced = false;
const listeners = new Set<() => void>();
const tell = (): void => listeners.forEach((listener) => listener());

/** Whether a newer version is ready, or has taken over while this page was open. */
export const hasNewVersion = (): boolean => waiting !== null || isReplaced;

export function watchVersion(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Lets the newer version take over and opens this page with it. */
export function takeNewVersion(): void {
  if (!waiting) return location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage('take-over');
}

/** Keeps the screens for the next time; without https, or where a browser forbids it, they are loaded as ever. */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const wasControlled = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (!wasControlled) return;
    isReplaced = true;
    tell();
  });
  const registration = await serviceWorker.register('/inbox/sw.js', {
    scope: '/inbox/',
    updateViaCache: 'none',
  });
  const note = (worker: ServiceWorker | null): void => {
    // Without a version before it, the first one is no news.
    if (worker?.state !== 'installed' || !serviceWorker.controller) return;
    waiting = worker;
    tell();
  };
  note(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const found = registration.installing;
    found?.addEventListener('statechange', () => note(found));
  });
  setInterval(() => void registration.update().catch(() => undefined), HOUR_MS);
}
