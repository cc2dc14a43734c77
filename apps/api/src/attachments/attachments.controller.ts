import { Controller, Param, Req, Res } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { idSchema, ROUTES, type ReportDetail } from '@app/api-contract';
import { MediaFolder, ReadAttachmentService, RetryAttachmentService, type MediaVariant } from '@app/media';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute } from '../http/route.decorator.js';
import { ShowReportDetailService } from '../reports/show-report-detail.service.js';
import { sendFile } from './send-file.js';

/** Files that came with messages. */
@Controller()
export class AttachmentsController {
  constructor(
    private readonly reader: ReadAttachmentService,
    private readonly retrier: RetryAttachmentService,
    private readonly folder: MediaFolder,
    private readonly reports: ShowReportDetailService,
  ) {}

  @ApiRoute(ROUTES.getAttachment)
  async getAttachment(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(actor, id, 'original', request, reply);
  }

  @ApiRoute(ROUTES.getThumbnail)
  async getThumbnail(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(actor, id, 'thumbnail', request, reply);
  }

  @ApiRoute(ROUTES.retryAttachment)
  async retryAttachment(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<ReportDetail> {
    return this.reports.show(actor, await this.retrier.retry(actor, id));
  }

  private async send(
    actor: Actor,
    id: string,
    variant: MediaVariant,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const file = await this.reader.find(actor, id, variant);
    await sendFile(request, reply, { ...file, etag: `"${file.sha256}-${variant}"` }, (range) =>
      this.folder.stream(file.sha256, variant, range),
    );
  }
}
