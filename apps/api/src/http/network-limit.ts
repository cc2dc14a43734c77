import ipaddr from 'ipaddr.js';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const WINDOW_SECONDS = 10 * 60;

/** So many in ten minutes from one network. Counted in this process, nothing is written down. */
export class NetworkLimit {
  private readonly limiter: RateLimiterMemory;

  constructor(points: number) {
    this.limiter = new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
  }

  /** @returns whether this address may do it once more now */
  async allows(address: string): Promise<boolean> {
    try {
      await this.limiter.consume(networkOf(address));
      return true;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return false;
      throw refusal;
    }
  }

  /** The last one does not count. */
  async takeBack(address: string): Promise<void> {
    await this.limiter.reward(networkOf(address), 1);
  }
}

/** One line has 2^64 addresses of version 6: only the half that names the line counts. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : parsed.toString();
}
