import type { HttpClient } from './http-client.js';

/** Everything a connector may touch. No environment, no database, no queue. */
export interface ConnectorContext<Settings> {
  readonly settings: Settings;
  /** Time-outs, size limit, no private addresses unless `allowsPrivateAddresses`. */
  readonly http: HttpClient;
  readonly usage: UsageMeter;
  readonly allowsPrivateAddresses: boolean;
  readonly signal: AbortSignal;
  now(): Date;
}

/** What a connection has consumed, kept by the host over restarts and shared by all workers. */
export interface UsageMeter {
  /** @param costRupiah price of the whole quantity */
  add(item: string, quantity: number, costRupiah: number): Promise<void>;
  /** Sum of all costs since `since`, in rupiah. */
  spentRupiah(since: Date): Promise<number>;
}
