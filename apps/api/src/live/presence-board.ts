import type { Presence } from '@app/api-contract';
import type { PresenceSign } from '@app/database';

interface Seen extends PresenceSign {
  readonly until: number;
}

/** Signs come every {@link SIGN_EVERY_MS}; who misses two is gone. */
export const SIGN_EVERY_MS = 20_000;
const KEPT_MS = 2.5 * SIGN_EVERY_MS;

/** Who is at which report now, as the signs of all api processes tell. Nothing of it is stored. */
export class PresenceBoard {
  private readonly reports = new Map<string, Map<string, Seen>>();

  /** @returns whether others see a difference */
  take(sign: PresenceSign, now: number): boolean {
    const people = this.reports.get(sign.reportId) ?? new Map<string, Seen>();
    const before = people.get(sign.userId);
    if (sign.activity === 'away') people.delete(sign.userId);
    else people.set(sign.userId, { ...sign, until: now + KEPT_MS });
    if (people.size === 0) this.reports.delete(sign.reportId);
    else this.reports.set(sign.reportId, people);
    return (before?.activity ?? 'away') !== sign.activity;
  }

  /** Forgets who has not signed for long. @returns the reports where that makes a difference, with their agency */
  prune(now: number): { readonly reportId: string; readonly agencyId: string | null }[] {
    const changed = new Map<string, string | null>();
    for (const [reportId, people] of this.reports) {
      for (const [userId, seen] of people) {
        if (seen.until > now) continue;
        people.delete(userId);
        changed.set(reportId, seen.agencyId);
      }
      if (people.size === 0) this.reports.delete(reportId);
    }
    return [...changed].map(([reportId, agencyId]) => ({ reportId, agencyId }));
  }

  at(reportId: string): Presence {
    const people = [...(this.reports.get(reportId)?.values() ?? [])]
      .map(({ userId, name, activity }) => ({ id: userId, name, activity }))
      .toSorted((a, b) => a.name.localeCompare(b.name));
    return { reportId, people: people as Presence['people'] };
  }
}
