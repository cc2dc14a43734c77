import type { Presence } from '@app/api-contract';

type People = Presence['people'];

const NOBODY: People = [];
const known = new Map<string, People>();
const listeners = new Map<string, Set<() => void>>();
const tell = (reportId: string): void => listeners.get(reportId)?.forEach((listener) => listener());

/** Who is at a report, as it was told last. */
export const peopleAt = (reportId: string): People => known.get(reportId) ?? NOBODY;

export function notePresence({ reportId, people }: Presence): void {
  if (people.length === 0) known.delete(reportId);
  else known.set(reportId, people);
  tell(reportId);
}

export function forgetPresences(): void {
  const ids = [...known.keys()];
  known.clear();
  ids.forEach(tell);
}

export function watchPresence(reportId: string, listener: () => void): () => void {
  const watching = listeners.get(reportId) ?? new Set();
  listeners.set(reportId, watching.add(listener));
  return () => {
    watching.delete(listener);
    if (watching.size === 0) listeners.delete(reportId);
  };
}
