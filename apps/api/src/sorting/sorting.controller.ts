import { Body, Controller, Param } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { idSchema, ROUTES, type ReportDetail, type SavedView } from '@app/api-contract';
import { SnoozeReportService, TagReportService, UndoChangeService } from '@app/casework';
import { ReportMarkRepository, SavedViewRepository } from '@app/database';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ProblemError } from '../http/problem.js';
import { ApiRoute, type BodyOf } from '../http/route.decorator.js';
import { ShowReportDetailService } from '../reports/show-report-detail.service.js';

const TAGS_OFFERED = 200;

/** What keeps an inbox in order. */
@Controller()
export class SortingController {
  constructor(
    private readonly snoozer: SnoozeReportService,
    private readonly tagger: TagReportService,
    private readonly undoer: UndoChangeService,
    private readonly marks: ReportMarkRepository,
    private readonly views: SavedViewRepository,
    private readonly details: ShowReportDetailService,
  ) {}

  @ApiRoute(ROUTES.snooze)
  async snooze(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() { until, version }: BodyOf<typeof ROUTES.snooze>,
  ): Promise<ReportDetail> {
    await this.snoozer.snooze(actor, id, { until: until === null ? null : new Date(until), version });
    return this.details.show(actor, id);
  }

  @ApiRoute(ROUTES.tag)
  async tag(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: BodyOf<typeof ROUTES.tag>,
  ): Promise<ReportDetail> {
    await this.tagger.tag(actor, id, body);
    return this.details.show(actor, id);
  }

  @ApiRoute(ROUTES.undo)
  async undo(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: BodyOf<typeof ROUTES.undo>,
  ): Promise<ReportDetail> {
    await this.undoer.undo(actor, id, body);
    return this.details.show(actor, id);
  }

  @ApiRoute(ROUTES.listTags)
  async listTags(): Promise<string[]> {
    return this.marks.tagNames(TAGS_OFFERED);
  }

  @ApiRoute(ROUTES.listSavedViews)
  async listSavedViews(@CurrentActor() actor: Actor): Promise<SavedView[]> {
    const rows = await this.views.visibleTo(actor.id);
    return rows.map(({ ownerId, ...view }) => ({ ...view, isOwn: ownerId === actor.id }));
  }

  @ApiRoute(ROUTES.saveView)
  async saveView(
    @CurrentActor() actor: Actor,
    @Body() body: BodyOf<typeof ROUTES.saveView>,
  ): Promise<{ id: string }> {
    if (actor.kind !== 'user') throw new ProblemError('forbidden');
    if (await this.views.hasName(actor.id, body.name, null)) throw new ProblemError('view-name-taken');
    return { id: await this.views.insert(actor.id, body) };
  }

  @ApiRoute(ROUTES.changeSavedView)
  async changeSavedView(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: BodyOf<typeof ROUTES.changeSavedView>,
  ): Promise<void> {
    if (await this.views.hasName(actor.id, body.name, id)) throw new ProblemError('view-name-taken');
    if (!(await this.views.change(actor.id, id, body))) throw new ProblemError('not-found');
  }

  @ApiRoute(ROUTES.removeSavedView)
  async removeSavedView(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<void> {
    if (!(await this.views.remove(actor.id, id))) throw new ProblemError('not-found');
  }
}
