import { Injectable } from '@nestjs/common';
import { AgencyRepository, AuditRepository, Database, type AgencyRow } from '@app/database';
import { AccountError } from './account-error.js';
import type { ActorOrSystem } from './actor.js';

@Injectable()
export class CreateAgencyService {
  constructor(
    private readonly database: Database,
    private readonly agencies: AgencyRepository,
    private readonly audit: AuditRepository,
  ) {}

  /** @throws AccountError `code-taken`, `short-name-taken` */
  async create(
    actor: ActorOrSystem,
    agency: { readonly code: string; readonly name: string; readonly shortName: string },
  ): Promise<AgencyRow> {
    return this.database.transaction(async (tx) => {
      const created = await this.agencies.insert(tx, agency);
      if (!created) throw new AccountError('code-taken', 'An agency with this code exists');
      if (await this.agencies.isShortNameTaken(tx, agency.shortName, created.id)) {
        throw new AccountError('short-name-taken', 'An agency with this short name exists');
      }
      await this.audit.append(tx, {
        actor,
        action: 'agency-created',
        subject: `agency:${created.id}`,
        data: { code: created.code },
      });
      return created;
    });
  }
}
