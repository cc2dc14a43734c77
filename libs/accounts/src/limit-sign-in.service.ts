import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Database } from '@app/database';
import { AccountError } from './account-error.js';

const WINDOW_SECONDS = 15 * 60;
const FAILURES_PER_ACCOUNT_AND_ADDRESS = 5;
/** Higher: a whole office may stand behind one address. */
const FAILURES_PER_ADDRESS = 100;

/** Stops guessing. Counts in PostgreSQL, so that several API processes share the counts and a restart keeps them. */
@Injectable()
export class LimitSignInService implements OnModuleInit {
  private perAccount: RateLimiterPostgres;
  private perAddress: RateLimiterPostgres;

  constructor(private readonly database: Database) {}

  onModuleInit(): void {
    this.perAccount = this.limiter('account', FAILURES_PER_ACCOUNT_AND_ADDRESS);
    this.perAddress = this.limiter('address', FAILURES_PER_ADDRESS);
  }

  /**
   * Counts an attempt as failed until {@link succeeded} takes it back: counting first is what holds against many
   * attempts at once.
   * @param onLock called when the limit is reached, not for what it stops afterwards
   * @throws AccountError `too-many-attempts`
   */
  async begin(email: string, address: string, onLock: () => Promise<void>): Promise<void> {
    let limiter = this.perAddress;
    try {
      await limiter.consume(digest(address));
      limiter = this.perAccount;
      await limiter.consume(digest(email, address));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      if (refusal.consumedPoints === limiter.points + 1) await onLock();
      throw new AccountError('too-many-attempts', 'Too many attempts to sign in, try again later', {
        retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)),
      });
    }
  }

  async succeeded(email: string, address: string): Promise<void> {
    await this.perAccount.delete(digest(email, address));
    await this.perAddress.reward(digest(address));
  }

  private limiter(keyPrefix: string, points: number): RateLimiterPostgres {
    return new RateLimiterPostgres({
      storeClient: this.database.dataSource,
      storeType: 'typeorm',
      tableName: 'sign_in_attempts',
      tableCreated: true,
      keyPrefix,
      points,
      duration: WINDOW_SECONDS,
    });
  }
}

/** The table holds no e-mail and no address. */
function digest(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('base64url');
}
