import { Module } from '@nestjs/common';
import { MediaModule } from '@app/media';
import { ReportsModule } from '../reports/reports.module.js';
import { AttachmentsController } from './attachments.controller.js';

@Module({ imports: [MediaModule, ReportsModule], controllers: [AttachmentsController] })
export class AttachmentsModule {}
