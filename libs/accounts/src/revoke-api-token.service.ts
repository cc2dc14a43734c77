import { Injectable } from '@nestjs/common';
import { ApiTokenRepository, AuditRepository, Database } from '@app/database';
import { AccountError } from './account-error.js';
import type { ActorOrSystem } from './actor.js';

@Injectable()
export class RevokeApiTokenService {
  constructor(
    private readonly database: Database,
    private readonly tokens: ApiTokenRepository,
    private readonly audit: AuditRepository,
  ) {}

  /** @throws AccountError `not-found` also when it was revoked before */
  async revoke(actor: ActorOrSystem, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await this.tokens.revoke(tx, id))) throw new AccountError('not-found', 'No such API token');
      await this.audit.append(tx, { actor, action: 'api-token-revoked', subject: `api-token:${id}` });
    });
  }
}
