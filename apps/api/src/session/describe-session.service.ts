import { Injectable } from '@nestjs/common';
import { ReadSettingsService, type Actor } from '@app/accounts';
import type { Session } from '@app/api-contract';
import { AccountRepository } from '@app/database';
import { projectVersion } from '../project-version.js';
import { ApiConfig } from '../api.config.js';
import { ProblemError } from '../http/problem.js';

@Injectable()
export class DescribeSessionService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly settings: ReadSettingsService,
    private readonly config: ApiConfig,
  ) {}

  async ofUser(userId: string): Promise<Session> {
    const user = await this.accounts.byId(userId);
    if (!user) throw new ProblemError('unauthenticated');
    return this.describe(user);
  }

  /** A program has no e-mail. */
  async ofToken(actor: Actor): Promise<Session> {
    return this.describe({ ...actor, email: '' });
  }

  private async describe({ id, name, email, role, agencyId }: Session['user']): Promise<Session> {
    const { organisationName } = await this.settings.read();
    return {
      user: { id, name, email, role, agencyId },
      organisationName,
      timeZone: this.config.timeZone,
      version: projectVersion,
    };
  }
}
