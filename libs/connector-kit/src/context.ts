import type { HttpClient } from './http-client.js';
import type { RateLimits } from './rate-limits.js';

/** Everything a connector may touch. No environment, no database, no queue. */
export interface ConnectorContext<Settings> {
  readonly settings: Settings;
  /** Time-outs, size limit, no private addresses unless `allowsPrivateAddresses`. */
  readonly http: HttpClient;
  readonly usage: UsageMeter;
  readonly limits: RateLimits;
  readonly allowsPrivateAddresses: boolean;
  /** What the connection's open session offered, when it is open in this process; null otherwise. */
  readonly session: unknown;
  readonly signal: AbortSignal;
  now(): Date;
  /**
   * Replaces secrets that the platform lets expire or takes back once they were used. `renew` gets them as they are
   * stored now, in one process at a time, and returns those that have changed; they are kept before this resolves.
   */
  renewSecrets(renew: (current: Settings) => Promise<Partial<Settings>>): Promise<void>;
  /**
   * The address to connect to for protocols other than HTTP, checked like those of `http`.
   * @throws ConnectorError `transient` when the name does not resolve, `permission-missing` when it is private and
   * private addresses are not allowed
   */
  resolveHost(hostname: string): Promise<string>;
}

/** What a connection has consumed, kept by the host over restarts and shared by all workers. */
export interface UsageMeter {
  /** @param costRupiah price of the whole quantity */
  add(item: string, quantity: number, costRupiah: number): Promise<void>;
  /** Sum of all costs since `since`, in rupiah. */
  spentRupiah(since: Date): Promise<number>;
}
