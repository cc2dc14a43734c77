import { Body, Controller, Res } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { BACKLOG_DAYS, ROUTES } from '@app/api-contract';
import { ReadOverviewService } from '@app/casework';
import { AuditRepository, Database } from '@app/database';
import { ReadTaxonomyService } from '@app/taxonomy';
import type { FastifyReply } from 'fastify';
import { ApiConfig } from '../api.config.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf } from '../http/route.decorator.js';
import type { Table } from './cell.js';
import { answerFile } from './file-answer.js';
import { localTime } from './local-time.js';
import { overviewTables } from './overview-tables.js';
import { WORDS } from './words.js';
import { CSV_BEGIN, csvLine } from './write-csv.js';
import { xlsxFile } from './write-xlsx.js';

@Controller()
export class ExportOverviewController {
  constructor(
    private readonly reader: ReadOverviewService,
    private readonly taxonomies: ReadTaxonomyService,
    private readonly audit: AuditRepository,
    private readonly database: Database,
    private readonly config: ApiConfig,
  ) {}

  @ApiRoute(ROUTES.exportOverview)
  async exportOverview(
    @CurrentActor() actor: Actor,
    @Body() body: BodyOf<typeof ROUTES.exportOverview>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { format, language, ...period } = body;
    const [overview, { groups }] = await Promise.all([
      this.reader.read(actor, { ...period, backlogDays: BACKLOG_DAYS }),
      this.taxonomies.taxonomy(),
    ]);
    await this.audit.append(this.database, {
      actor,
      action: 'overview-exported',
      subject: 'overview',
      data: { format, ...period },
    });
    const groupName = (code: string): string =>
      groups.find((group) => group.code === code)?.name[language] ?? code;
    const tables = overviewTables(overview, { ...period, language, groupName });
    const time = localTime(this.config.timeZone);
    const name = `wadah-${language === 'id' ? 'ikhtisar' : 'overview'}-${period.from}-${period.to}`;
    if (format === 'xlsx') return answerFile(reply, format, name, await xlsxFile(tables, time.asUtc));
    await answerFile(reply, format, name, flat(tables, language, time.text));
  }
}

/** All tables under one another, each line told by its table's name. */
async function* flat(
  tables: readonly Table[],
  language: 'id' | 'en',
  instant: (date: Date) => string,
): AsyncGenerator<string> {
  const { section, name, class: className, value } = WORDS;
  yield (
    CSV_BEGIN +
    csvLine(
      [section, name, className, value].map((word) => word[language]),
      instant,
    )
  );
  for (const table of tables) {
    for (const cells of table.rows) {
      const [first = null, ...rest] = cells;
      yield csvLine([table.name, first, ...(rest.length > 1 ? rest : [null, ...rest])], instant);
    }
  }
}
