import { Body, Controller, Param } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { idSchema, ROUTES, type Colleague, type ReportDetail, type UserNotice } from '@app/api-contract';
import { WriteNoteService } from '@app/casework';
import { UserNoticeRepository } from '@app/database';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf } from '../http/route.decorator.js';
import { ShowReportDetailService } from '../reports/show-report-detail.service.js';

const SHOWN = 50;

/** Notes about reports, and what single people are told. */
@Controller()
export class NotesController {
  constructor(
    private readonly writer: WriteNoteService,
    private readonly details: ShowReportDetailService,
    private readonly notices: UserNoticeRepository,
  ) {}

  @ApiRoute(ROUTES.addNote)
  async addNote(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: BodyOf<typeof ROUTES.addNote>,
  ): Promise<ReportDetail> {
    await this.writer.write(actor, id, body);
    return this.details.show(actor, id);
  }

  @ApiRoute(ROUTES.listColleagues)
  async listColleagues(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<Colleague[]> {
    const people = await this.writer.colleagues(actor, id);
    return people.map(({ id: userId, name, role, agencyId }) => ({ id: userId, name, role, agencyId }));
  }

  @ApiRoute(ROUTES.listUserNotices)
  async listUserNotices(@CurrentActor() actor: Actor): Promise<UserNotice[]> {
    if (actor.kind !== 'user') return [];
    const rows = await this.notices.latest(actor.id, SHOWN);
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  @ApiRoute(ROUTES.readUserNotices)
  async readUserNotices(
    @CurrentActor() actor: Actor,
    @Body() { upTo }: BodyOf<typeof ROUTES.readUserNotices>,
  ): Promise<void> {
    if (actor.kind === 'user') await this.notices.markRead(actor.id, upTo);
  }
}
