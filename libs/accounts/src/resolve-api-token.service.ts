import { Injectable } from '@nestjs/common';
import { ApiTokenRepository } from '@app/database';
import type { Actor } from './actor.js';
import { hashToken } from './secret-token.js';

/** Every API token begins with it, so that a leaked one can be recognised. */
export const API_TOKEN_PREFIX = 'wdh_';

/** Finds which program a Bearer token stands for. */
@Injectable()
export class ResolveApiTokenService {
  constructor(private readonly tokens: ApiTokenRepository) {}

  /** @returns `null` for an unknown, revoked or expired token */
  async resolve(token: string): Promise<Actor | null> {
    if (!token.startsWith(API_TOKEN_PREFIX)) return null;
    const found = await this.tokens.find(hashToken(token));
    if (!found) return null;
    await this.tokens.recordUse(found.id);
    return { kind: 'token', ...found };
  }
}
