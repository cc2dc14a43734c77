import { ConnectorError } from '../errors.js';
import type { ObservedLimit, RateLimits, RateRule } from '../rate-limits.js';

interface Bucket {
  /** When the bucket would be full again, in milliseconds (GCRA's theoretical arrival time). */
  fullAt: number;
  seen?: { remaining: number; resetsAt: number };
}

/** The same pace as the host's, for one test. */
export class InMemoryRateLimits implements RateLimits {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly now: () => Date) {}

  async take(name: string, rule?: RateRule): Promise<void> {
    const now = this.now().getTime();
    const bucket = this.bucket(name);
    const every = rule ? rule.perMs / rule.limit : 0;
    const freeAt = bucket.fullAt - every * ((rule?.burst ?? 1) - 1);
    const isSpent = bucket.seen !== undefined && bucket.seen.resetsAt > now && bucket.seen.remaining <= 0;
    const until = Math.max(rule ? freeAt : 0, isSpent ? (bucket.seen?.resetsAt ?? 0) : 0);
    if (until > now) {
      throw new ConnectorError('rate-limited', `Kept to the pace of ${name}`, {
        until: new Date(until),
        isPaced: true,
      });
    }
    if (rule) bucket.fullAt = Math.max(bucket.fullAt, now) + every;
    if (bucket.seen) bucket.seen.remaining -= 1;
  }

  async observe(name: string, { remaining, resetsAt }: ObservedLimit): Promise<void> {
    const bucket = this.bucket(name);
    const known = bucket.seen;
    if (known && known.resetsAt > resetsAt.getTime()) return;
    const isSameWindow = known?.resetsAt === resetsAt.getTime();
    bucket.seen = {
      remaining: isSameWindow ? Math.min(known.remaining, remaining) : remaining,
      resetsAt: resetsAt.getTime(),
    };
  }

  private bucket(name: string): Bucket {
    const known = this.buckets.get(name) ?? { fullAt: 0 };
    this.buckets.set(name, known);
    return known;
  }
}
