import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import { idSchema } from '@app/api-contract';
import { TrackingRepository } from '@app/database';
import { MediaFolder } from '@app/media';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendFile } from '../attachments/send-file.js';
import { Access } from '../http/access.decorator.js';
import { ProblemError } from '../http/problem.js';
import { CitizenErrorFilter } from './citizen-error.filter.js';
import { OpenReportService } from './open-report.service.js';

/** A citizen's own photos, on the page of the report that this browser has opened. */
@Controller('/lacak/laporan/foto')
@Access('anyone')
@UseFilters(CitizenErrorFilter)
export class OwnPhotosController {
  constructor(
    private readonly reports: OpenReportService,
    private readonly tracking: TrackingRepository,
    private readonly folder: MediaFolder,
  ) {}

  @Get(':id')
  async photo(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const report = await this.reports.opened(request);
    const isId = idSchema.safeParse(id).success;
    const sha256 = report && isId ? await this.tracking.photo(report.id, id) : null;
    const sizeBytes = sha256 && (await this.folder.size(sha256, 'thumbnail'));
    if (sha256 === null || typeof sizeBytes !== 'number') throw new ProblemError('not-found');
    const file = { mimeType: 'image/webp', sizeBytes, fileName: null, etag: `"${sha256}-thumbnail"` };
    await sendFile(request, reply, file, (range) => this.folder.stream(sha256, 'thumbnail', range));
  }
}
