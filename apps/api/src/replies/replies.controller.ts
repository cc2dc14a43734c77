import { Body, Controller, Param } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { idSchema, ROUTES, type ReplyPrice, type ReplyTemplate, type ReportDetail } from '@app/api-contract';
import {
  ApproveReplyService,
  ListReplyTemplatesService,
  PriceReplyService,
  ResolveReplyService,
  WriteReplyService,
} from '@app/replies';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf } from '../http/route.decorator.js';
import { ShowReportDetailService } from '../reports/show-report-detail.service.js';

/** Answers to citizens. */
@Controller()
export class RepliesController {
  constructor(
    private readonly details: ShowReportDetailService,
    private readonly writer: WriteReplyService,
    private readonly resolver: ResolveReplyService,
    private readonly approver: ApproveReplyService,
    private readonly templates: ListReplyTemplatesService,
    private readonly pricer: PriceReplyService,
  ) {}

  @ApiRoute(ROUTES.createReply)
  async createReply(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: BodyOf<typeof ROUTES.createReply>,
  ): Promise<ReportDetail> {
    await this.writer.write(actor, id, body);
    return this.details.show(actor, id);
  }

  @ApiRoute(ROUTES.resolveReply)
  async resolveReply(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: BodyOf<typeof ROUTES.resolveReply>,
  ): Promise<ReportDetail> {
    return this.details.show(actor, await this.resolver.resolve(actor, id, body.action));
  }

  @ApiRoute(ROUTES.decideApproval)
  async decideApproval(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: BodyOf<typeof ROUTES.decideApproval>,
  ): Promise<ReportDetail> {
    return this.details.show(actor, await this.approver.decide(actor, id, body));
  }

  @ApiRoute(ROUTES.listReplyTemplates)
  async listReplyTemplates(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<ReplyTemplate[]> {
    const list = await this.templates.list(actor, id);
    return list.map(({ costRupiah = null, ...template }) => ({ ...template, costRupiah }));
  }

  @ApiRoute(ROUTES.priceReply)
  async priceReply(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: BodyOf<typeof ROUTES.priceReply>,
  ): Promise<ReplyPrice> {
    return this.pricer.price(actor, id, body.text);
  }
}
