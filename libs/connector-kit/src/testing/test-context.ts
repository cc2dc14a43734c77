import type { ConnectorContext, UsageMeter } from '../context.js';
import type { HttpClient } from '../http-client.js';
import { resolveHost } from '../resolve-host.js';
import { SafeHttpClient } from '../safe-http-client.js';
import { InMemoryRateLimits } from './in-memory-rate-limits.js';

/** What `now()` of a test context says unless told otherwise. */
export const TEST_NOW = new Date('2026-11-24T02:00:00.000Z');

// One for all tests: it keeps connections open, and idle ones do not keep the process alive.
const localHttp = new SafeHttpClient({ allowPrivateAddresses: true });

/** A context with a real HTTP client that may reach 127.0.0.1, meter and limits in memory and a clock that stands still. */
export function testContext<Settings>(
  settings: Settings,
  overrides: Partial<ConnectorContext<Settings>> = {},
): ConnectorContext<Settings> {
  const now = overrides.now ?? (() => TEST_NOW);
  return {
    settings,
    http: localHttp,
    usage: new InMemoryUsageMeter(now),
    limits: new InMemoryRateLimits(now),
    allowsPrivateAddresses: true,
    session: null,
    resolveHost: (hostname) => resolveHost(hostname, true),
    signal: new AbortController().signal,
    now,
    renewSecrets: async (renew) => void Object.assign(settings as object, await renew(settings)),
    ...overrides,
  };
}

/** The same client with every time-out cut short, so that a hanging platform is noticed within the test. */
export function impatient(http: HttpClient = localHttp, timeoutMs = 150): HttpClient {
  return { request: (request) => http.request({ ...request, timeoutMs }) };
}

export class InMemoryUsageMeter implements UsageMeter {
  readonly entries: { item: string; quantity: number; costRupiah: number; at: Date }[] = [];

  constructor(private readonly now: () => Date = () => TEST_NOW) {}

  async add(item: string, quantity: number, costRupiah: number): Promise<void> {
    this.entries.push({ item, quantity, costRupiah, at: this.now() });
  }

  async spentRupiah(since: Date): Promise<number> {
    return this.entries.filter(({ at }) => at >= since).reduce((sum, { costRupiah }) => sum + costRupiah, 0);
  }
}
