import { Controller, Param, Query, Req, Res } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { idSchema, ROUTES, type ReplyFile } from '@app/api-contract';
import { MediaFolder, type MediaVariant } from '@app/media';
import { AddReplyFileService } from '@app/replies';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendFile } from '../attachments/send-file.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ProblemError } from '../http/problem.js';
import { ApiRoute, type QueryOf } from '../http/route.decorator.js';
import { readUpload } from './read-upload.js';

/** Files that go along with answers. */
@Controller()
export class ReplyFilesController {
  constructor(
    private readonly files: AddReplyFileService,
    private readonly folder: MediaFolder,
  ) {}

  @ApiRoute(ROUTES.addReplyFile)
  async addReplyFile(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query() { name }: QueryOf<typeof ROUTES.addReplyFile>,
    @Req() request: FastifyRequest,
  ): Promise<ReplyFile> {
    const body = await readUpload(request, await this.files.maxBytes(actor, id));
    const {
      id: fileId,
      fileName,
      mimeType,
      sizeBytes,
      hasThumbnail,
    } = await this.files.add(actor, id, name, body);
    return { id: fileId, fileName, mimeType, sizeBytes, hasThumbnail };
  }

  @ApiRoute(ROUTES.getReplyFile)
  async getReplyFile(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(actor, id, 'original', request, reply);
  }

  @ApiRoute(ROUTES.getReplyThumbnail)
  async getReplyThumbnail(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(actor, id, 'thumbnail', request, reply);
  }

  private async send(
    actor: Actor,
    id: string,
    variant: MediaVariant,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const { sha256, mimeType, fileName } = await this.files.find(actor, id);
    const sizeBytes = await this.folder.size(sha256, variant);
    if (sizeBytes === null) throw new ProblemError('not-found');
    const type = variant === 'thumbnail' ? 'image/webp' : mimeType;
    const file = { mimeType: type, sizeBytes, fileName, etag: `"${sha256}-${variant}"` };
    await sendFile(request, reply, file, (range) => this.folder.stream(sha256, variant, range));
  }
}
