/** So many in so long a time, spread evenly. */
export interface RateRule {
  readonly limit: number;
  readonly perMs: number;
  /** How many may go at once after a rest; 1 unless given. */
  readonly burst?: number;
}

/** What a platform says about one of its limits, e.g. in `x-rate-limit-remaining` and `x-rate-limit-reset`. */
export interface ObservedLimit {
  readonly remaining: number;
  readonly resetsAt: Date;
}

/**
 * A connection's pace, kept by the host and shared by all workers. A bucket is whatever the platform counts by itself:
 * a chat, an endpoint, the account.
 */
export interface RateLimits {
  /**
   * Takes one from the bucket, before the request that it pays for. Without a rule only what was observed counts.
   * @throws ConnectorError `rate-limited` with `until` and `isPaced`: nothing was sent, nothing has failed
   */
  take(bucket: string, rule?: RateRule): Promise<void>;
  /** Tells what the platform said; older news than what is known changes nothing. */
  observe(bucket: string, seen: ObservedLimit): Promise<void>;
}
