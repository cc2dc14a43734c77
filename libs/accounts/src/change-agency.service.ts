import { Injectable } from '@nestjs/common';
import { AgencyRepository, AuditRepository, Database, type AgencyRow } from '@app/database';
import { AccountError } from './account-error.js';
import type { ActorOrSystem } from './actor.js';

export interface AgencyChange {
  readonly name?: string | undefined;
  readonly shortName?: string | undefined;
  /** False: reports that it has stay with it, new ones are not sent there. */
  readonly isActive?: boolean | undefined;
}

@Injectable()
export class ChangeAgencyService {
  constructor(
    private readonly database: Database,
    private readonly agencies: AgencyRepository,
    private readonly audit: AuditRepository,
  ) {}

  /** @throws AccountError `not-found`, `short-name-taken` */
  async change(actor: ActorOrSystem, agencyId: string, change: AgencyChange): Promise<AgencyRow> {
    return this.database.transaction(async (tx) => {
      const { shortName } = change;
      if (shortName !== undefined && (await this.agencies.isShortNameTaken(tx, shortName, agencyId))) {
        throw new AccountError('short-name-taken', 'An agency with this short name exists');
      }
      const agency = await this.agencies.change(tx, agencyId, change);
      if (!agency) throw new AccountError('not-found', 'No such agency');
      await this.audit.append(tx, {
        actor,
        action: 'agency-changed',
        subject: `agency:${agencyId}`,
        data: { ...change },
      });
      return agency;
    });
  }
}
