import { Body, Controller, Res } from '@nestjs/common';
import { ReadSettingsService, type Actor } from '@app/accounts';
import { BACKLOG_DAYS, ROUTES } from '@app/api-contract';
import { ReadDecisionQualityService, ReadOverviewService } from '@app/casework';
import { ConnectorRegistry } from '@app/connector-kit';
import { AgencyRepository, AuditRepository, Database } from '@app/database';
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
    private readonly quality: ReadDecisionQualityService,
    private readonly settings: ReadSettingsService,
    private readonly agencies: AgencyRepository,
    private readonly connectors: ConnectorRegistry,
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
    const own = actor.role === 'agency-member' ? actor.agencyId : null;
    const agencyId = own ?? period.agencyId;
    const [overview, quality, { groups }, { organisationName }, agency] = await Promise.all([
      this.reader.read(actor, { ...period, backlogDays: BACKLOG_DAYS }),
      this.quality.read(actor, period),
      this.taxonomies.taxonomy(),
      this.settings.read(),
      agencyId ? this.agencies.byId(agencyId) : null,
    ]);
    await this.audit.append(this.database, {
      actor,
      action: 'overview-exported',
      subject: 'overview',
      data: { format, ...period },
    });
    const groupName = (code: string): string =>
      groups.find((group) => group.code === code)?.name[language] ?? code;
    const channels = this.connectors.all().map(({ descriptor }) => descriptor);
    const tables = overviewTables(overview, quality, {
      ...period,
      language,
      organisation: organisationName,
      agency: agency?.name ?? null,
      madeAt: new Date(),
      groupName,
      channelName: (code) => channels.find((one) => one.code === code)?.displayName[language] ?? code,
    });
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
