import { Injectable } from '@nestjs/common';
import { AgencyRepository, ApiTokenRepository, AuditRepository, Database } from '@app/database';
import type { Role } from '@app/report-model';
import { AccountError } from './account-error.js';
import type { ActorOrSystem } from './actor.js';
import { API_TOKEN_PREFIX } from './resolve-api-token.service.js';
import { hashToken, newSecretToken } from './secret-token.js';

export interface NewApiToken {
  /** What uses it, e.g. `dashboard`. */
  readonly name: string;
  readonly role: Role;
  /** For the role agency-member, and for no other. */
  readonly agencyId: string | null;
  /** May only read: every change is refused. */
  readonly isReadOnly: boolean;
  /** `null`: works until it is revoked. */
  readonly expiresAt: Date | null;
}

@Injectable()
export class CreateApiTokenService {
  constructor(
    private readonly database: Database,
    private readonly tokens: ApiTokenRepository,
    private readonly agencies: AgencyRepository,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * @returns the token, `wdh_` and 43 characters: it is shown once and kept nowhere
   * @throws AccountError `validation`: no agency or one too many, an end that has passed
   */
  async create(actor: ActorOrSystem, newToken: NewApiToken): Promise<{ id: string; token: string }> {
    if (newToken.expiresAt !== null && newToken.expiresAt.getTime() <= Date.now()) {
      throw new AccountError('validation', 'A token cannot end before it begins', {
        errors: [{ field: 'expiresAt', message: 'Must be in the future' }],
      });
    }
    const token = API_TOKEN_PREFIX + newSecretToken();
    return this.database.transaction(async (tx) => {
      const isAgencyKnown =
        newToken.agencyId !== null && (await this.agencies.byId(newToken.agencyId, tx)) !== null;
      if ((newToken.role === 'agency-member') !== isAgencyKnown) {
        throw new AccountError(
          'validation',
          'A token of the role agency-member, and no other, needs an agency',
          {
            errors: [
              { field: 'agencyId', message: 'Only an agency member has an agency, and must have one' },
            ],
          },
        );
      }
      const id = await this.tokens.insert(tx, { ...newToken, tokenHash: hashToken(token) });
      await this.audit.append(tx, {
        actor,
        action: 'api-token-created',
        subject: `api-token:${id}`,
        data: {
          name: newToken.name,
          role: newToken.role,
          isReadOnly: newToken.isReadOnly,
          expiresAt: newToken.expiresAt?.toISOString() ?? null,
        },
      });
      return { id, token };
    });
  }
}
