import { Injectable } from '@nestjs/common';
import { OneTimeLinkRepository, type LinkPurpose, type Queryable } from '@app/database';
import { hashToken, newSecretToken } from './secret-token.js';

const LIFETIME_MS = 72 * 3_600_000;

/** Makes the token of a link that sets a password once, within 72 hours; earlier ones for the same user die. */
@Injectable()
export class IssueOneTimeLinkService {
  constructor(private readonly links: OneTimeLinkRepository) {}

  /** @param userId `null` for the first admin, who is no user yet */
  async issue(tx: Queryable, purpose: LinkPurpose, userId: string | null): Promise<string> {
    const token = newSecretToken();
    await this.links.replace(tx, {
      tokenHash: hashToken(token),
      purpose,
      userId,
      expiresAt: new Date(Date.now() + LIFETIME_MS),
    });
    return token;
  }
}
