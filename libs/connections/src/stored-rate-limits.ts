import { ConnectorError, type ObservedLimit, type RateLimits, type RateRule } from '@app/connector-kit';
import type { RateLimitRepository } from '@app/database';

/** No rule: only what the platform said is kept to. */
const UNPACED: RateRule = { limit: 1, perMs: 0 };

/** A connection's pace as all workers share it. */
export class StoredRateLimits implements RateLimits {
  constructor(
    private readonly limits: RateLimitRepository,
    private readonly connectionId: string,
  ) {}

  async take(bucket: string, { limit, perMs, burst = 1 }: RateRule = UNPACED): Promise<void> {
    const everyMs = perMs / limit;
    const until = await this.limits.take(this.connectionId, bucket, {
      everyMs,
      toleranceMs: everyMs * (burst - 1),
    });
    if (until === null) return;
    throw new ConnectorError('rate-limited', `Kept to the platform's pace (${bucket})`, {
      until,
      isPaced: true,
    });
  }

  async observe(bucket: string, { remaining, resetsAt }: ObservedLimit): Promise<void> {
    await this.limits.observe(this.connectionId, bucket, remaining, resetsAt);
  }
}

/** For settings that are only tried: nothing is stored yet that a pace could belong to. */
export const NO_RATE_LIMITS: RateLimits = {
  take: () => Promise.resolve(),
  observe: () => Promise.resolve(),
};
