import { Body, Controller, Res } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { EXPORT_LIMITS, reportQuerySchema, ROUTES } from '@app/api-contract';
import { ExportReportsService } from '@app/casework';
import { ReadTaxonomyService } from '@app/taxonomy';
import type { FastifyReply } from 'fastify';
import { ApiConfig } from '../api.config.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf } from '../http/route.decorator.js';
import { listQueryOf } from '../reports/list-query.js';
import type { Cell } from './cell.js';
import { answerFile } from './file-answer.js';
import { localTime } from './local-time.js';
import { REPORT_COLUMNS, type ColumnContext } from './report-columns.js';
import { WORDS } from './words.js';
import { CSV_BEGIN, csvLine } from './write-csv.js';
import { xlsxFile } from './write-xlsx.js';

type Pages = Awaited<ReturnType<ExportReportsService['start']>>;

@Controller()
export class ExportReportsController {
  constructor(
    private readonly exporter: ExportReportsService,
    private readonly taxonomies: ReadTaxonomyService,
    private readonly config: ApiConfig,
  ) {}

  @ApiRoute(ROUTES.exportReports)
  async exportReports(
    @CurrentActor() actor: Actor,
    @Body() body: BodyOf<typeof ROUTES.exportReports>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { format, language, reportIds, showsPersonalData } = body;
    const { order, ...filter } = body.query ?? reportQuerySchema.parse({});
    const query = { ...listQueryOf(filter), ...(reportIds && { ids: reportIds }), order };
    const limit = EXPORT_LIMITS[format];
    const pages = await this.exporter.start(actor, { format, query, showsPersonalData, limit });
    const topicName = await this.topicNames(language);
    const context = { language, showsPersonalData, topicName };
    const time = localTime(this.config.timeZone);
    const headings = REPORT_COLUMNS.map(({ heading }) => heading[language]);
    const name = `wadah-${language === 'id' ? 'laporan' : 'reports'}-${time.today()}`;
    const rows = rowsOf(pages, context, limit);
    if (format === 'csv') return answerFile(reply, format, name, csv(headings, rows, time.text));
    const table = { name: WORDS.reports[language], headings, rows: await collected(rows) };
    await answerFile(reply, format, name, await xlsxFile([table], time.asUtc));
  }

  private async topicNames(language: 'id' | 'en'): Promise<ColumnContext['topicName']> {
    const { groups } = await this.taxonomies.taxonomy();
    const names = new Map(
      groups.flatMap(({ topics }) => topics.map(({ code, name }) => [code, name[language]])),
    );
    return (code) => names.get(code) ?? code;
  }
}

async function* rowsOf(pages: Pages, context: ColumnContext, limit: number): AsyncGenerator<readonly Cell[]> {
  for await (const { reports, isCut } of pages) {
    for (const report of reports) yield REPORT_COLUMNS.map(({ cell }) => cell(report, context));
    if (isCut) yield [WORDS.cut[context.language], limit];
  }
}

async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function* csv(
  headings: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
  instant: (date: Date) => string,
): AsyncGenerator<string> {
  yield CSV_BEGIN + csvLine(headings, instant);
  for await (const cells of rows) yield csvLine(cells, instant);
}
