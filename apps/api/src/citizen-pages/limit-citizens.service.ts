import { Injectable } from '@nestjs/common';
import { NetworkLimit } from '../http/network-limit.js';

/** A village may share one address of its mobile operator. */
const SUBMISSIONS_PER_NETWORK = 120;
/** The secret alone has 7.8 · 10^10 values: guessing at this pace takes longer than the report is of interest. */
const WRONG_SECRETS_PER_NETWORK = 60;

/** Slows down programs; people do not notice it. */
@Injectable()
export class LimitCitizensService {
  private readonly submissions = new NetworkLimit(SUBMISSIONS_PER_NETWORK);
  private readonly wrongSecrets = new NetworkLimit(WRONG_SECRETS_PER_NETWORK);

  /** @returns whether this address may send one more text now */
  async maySend(address: string): Promise<boolean> {
    return this.submissions.allows(address);
  }

  /** Counts as wrong until {@link wasRight}: counting first holds against many attempts at once. */
  async mayTrySecret(address: string): Promise<boolean> {
    return this.wrongSecrets.allows(address);
  }

  async wasRight(address: string): Promise<void> {
    await this.wrongSecrets.takeBack(address);
  }
}
