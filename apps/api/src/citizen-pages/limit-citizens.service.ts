import { Injectable } from '@nestjs/common';
import ipaddr from 'ipaddr.js';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const WINDOW_SECONDS = 10 * 60;
/** A village may share one address of its mobile operator. */
const SUBMISSIONS_PER_NETWORK = 120;
/** The secret alone has 7.8 · 10^10 values: guessing at this pace takes longer than the report is of interest. */
const WRONG_SECRETS_PER_NETWORK = 60;

/** Slows down programs; people do not notice it. Counted in this process, nothing is written down. */
@Injectable()
export class LimitCitizensService {
  private readonly submissions = limiter(SUBMISSIONS_PER_NETWORK);
  private readonly wrongSecrets = limiter(WRONG_SECRETS_PER_NETWORK);

  /** @returns whether this address may send one more text now */
  async maySend(address: string): Promise<boolean> {
    return consume(this.submissions, networkOf(address));
  }

  /** Counts as wrong until {@link wasRight}: counting first holds against many attempts at once. */
  async mayTrySecret(address: string): Promise<boolean> {
    return consume(this.wrongSecrets, networkOf(address));
  }

  async wasRight(address: string): Promise<void> {
    await this.wrongSecrets.reward(networkOf(address), 1);
  }
}

function limiter(points: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
}

async function consume(limit: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limit.consume(key);
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}

/** One line has 2^64 addresses of version 6: only the half that names the line counts. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : parsed.toString();
}
