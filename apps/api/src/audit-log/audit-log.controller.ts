import { Body, Controller, Query, Res } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { AUDIT_EXPORT_LIMIT, ROUTES, type AuditEntry } from '@app/api-contract';
import {
  AuditRepository,
  AuditSearchRepository,
  Database,
  type AuditFilter,
  type AuditRow,
} from '@app/database';
import type { FastifyReply } from 'fastify';
import { ApiConfig } from '../api.config.js';
import { answerFile } from '../exports/file-answer.js';
import { localTime } from '../exports/local-time.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type AnswerOf, type BodyOf, type QueryOf } from '../http/route.decorator.js';
import { auditCsv } from './audit-csv.js';

const PAGE = 1_000;

/** Who did what, when and to which thing. */
@Controller()
export class AuditLogController {
  constructor(
    private readonly log: AuditSearchRepository,
    private readonly audit: AuditRepository,
    private readonly database: Database,
    private readonly config: ApiConfig,
  ) {}

  @ApiRoute(ROUTES.searchAuditLog)
  async searchAuditLog(
    @Query() { cursor, limit, ...filter }: QueryOf<typeof ROUTES.searchAuditLog>,
  ): Promise<AnswerOf<typeof ROUTES.searchAuditLog>> {
    const { timeZone } = this.config;
    const rows = await this.log.page({ ...filter, timeZone }, cursor ?? null, limit + 1);
    const page = rows.slice(0, limit);
    return {
      items: page.map(describeEntry),
      nextCursor: rows.length > limit ? (page.at(-1)?.cursor ?? null) : null,
    };
  }

  @ApiRoute(ROUTES.exportAuditLog)
  async exportAuditLog(
    @CurrentActor() actor: Actor,
    @Body() { language, ...filter }: BodyOf<typeof ROUTES.exportAuditLog>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { timeZone } = this.config;
    await this.audit.append(this.database, {
      actor,
      action: 'audit-exported',
      subject: 'audit',
      data: { ...filter },
    });
    const time = localTime(timeZone);
    const rows = this.pages({ ...filter, timeZone });
    await answerFile(reply, 'csv', `wadah-audit-${time.today()}`, auditCsv(rows, language, time.text));
  }

  private async *pages(filter: AuditFilter): AsyncGenerator<readonly AuditRow[]> {
    let after: string | null = null;
    for (let left = AUDIT_EXPORT_LIMIT; left > 0; left -= PAGE) {
      const rows: AuditRow[] = await this.log.page(filter, after, PAGE);
      yield rows;
      after = rows.at(-1)?.cursor ?? null;
      if (rows.length < PAGE) return;
    }
  }
}

function describeEntry({ cursor, at, actorKind, actorId, actorName, ...row }: AuditRow): AuditEntry {
  const kind = actorKind === 'user' || actorKind === 'token' ? actorKind : 'system';
  return { ...row, id: cursor, at: at.toISOString(), actor: { kind, id: actorId, name: actorName } };
}
