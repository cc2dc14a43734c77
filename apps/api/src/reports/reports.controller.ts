import { Body, Controller, Param, Query } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import {
  idSchema,
  ROUTES,
  type FoundReports,
  type ReportCounts,
  type ReportDetail,
  type ReportPage,
} from '@app/api-contract';
import {
  AssignReportService,
  ChangeStatusService,
  CorrectClassService,
  CorrectFactsService,
  DisposeReportService,
  ListReportsService,
  RevealPersonalDataService,
} from '@app/casework';
import { WriteReplyService } from '@app/replies';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf, type QueryOf } from '../http/route.decorator.js';
import { listQueryOf } from './list-query.js';
import { describeSummary } from './describe-report.js';
import { ShowReportDetailService } from './show-report-detail.service.js';

@Controller()
export class ReportsController {
  constructor(
    private readonly lister: ListReportsService,
    private readonly details: ShowReportDetailService,
    private readonly corrector: CorrectClassService,
    private readonly mover: ChangeStatusService,
    private readonly writer: WriteReplyService,
    private readonly disposer: DisposeReportService,
    private readonly assigner: AssignReportService,
    private readonly facts: CorrectFactsService,
    private readonly revealer: RevealPersonalDataService,
  ) {}

  @ApiRoute(ROUTES.listReports)
  async listReports(
    @CurrentActor() actor: Actor,
    @Query() query: QueryOf<typeof ROUTES.listReports>,
  ): Promise<ReportPage> {
    const { order, limit, cursor, ...filter } = query;
    const asked = { ...listQueryOf(filter), order, limit, cursor };
    const { rows, matches, nextCursor } = await this.lister.list(actor, asked);
    const items = rows.map((row) => ({ ...describeSummary(row), match: matches.get(row.id) ?? null }));
    return { items, nextCursor };
  }

  @ApiRoute(ROUTES.countReports)
  async countReports(@CurrentActor() actor: Actor): Promise<ReportCounts> {
    return this.lister.counts(actor);
  }

  @ApiRoute(ROUTES.countFound)
  async countFound(
    @CurrentActor() actor: Actor,
    @Query() { order, ...filter }: QueryOf<typeof ROUTES.countFound>,
  ): Promise<FoundReports> {
    return this.lister.found(actor, { ...listQueryOf(filter), order });
  }

  @ApiRoute(ROUTES.getReport)
  async getReport(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<ReportDetail> {
    return this.details.show(actor, id);
  }

  @ApiRoute(ROUTES.correctClass)
  async correctClass(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: BodyOf<typeof ROUTES.correctClass>,
  ): Promise<ReportDetail> {
    await this.corrector.correct(actor, id, body);
    return this.getReport(actor, id);
  }

  @ApiRoute(ROUTES.revealReport)
  async revealReport(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<ReportDetail> {
    await this.revealer.note(actor, id);
    return this.details.show(actor, id, { isMasked: false });
  }

  @ApiRoute(ROUTES.correctTopic)
  async correctTopic(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: BodyOf<typeof ROUTES.correctTopic>,
  ): Promise<ReportDetail> {
    await this.facts.setTopic(actor, id, body);
    return this.getReport(actor, id);
  }

  @ApiRoute(ROUTES.correctArea)
  async correctArea(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: BodyOf<typeof ROUTES.correctArea>,
  ): Promise<ReportDetail> {
    await this.facts.setArea(actor, id, body);
    return this.getReport(actor, id);
  }

  @ApiRoute(ROUTES.changeStatus)
  async changeStatus(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: BodyOf<typeof ROUTES.changeStatus>,
  ): Promise<ReportDetail> {
    const { answer, ...move } = body;
    if (answer === undefined) await this.mover.move(actor, id, move);
    else {
      await this.writer.write(actor, id, { ...answer, version: move.version }, (add) =>
        this.mover.move(actor, id, move, add),
      );
    }
    return this.getReport(actor, id);
  }

  @ApiRoute(ROUTES.dispose)
  async dispose(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: BodyOf<typeof ROUTES.dispose>,
  ): Promise<ReportDetail> {
    await this.disposer.dispose(actor, id, body);
    return this.getReport(actor, id);
  }

  @ApiRoute(ROUTES.assign)
  async assign(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: BodyOf<typeof ROUTES.assign>,
  ): Promise<ReportDetail> {
    await this.assigner.assign(actor, id, body);
    return this.getReport(actor, id);
  }
}
