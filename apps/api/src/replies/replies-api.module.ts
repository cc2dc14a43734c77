import { Module } from '@nestjs/common';
import { RepliesModule } from '@app/replies';
import { ReportsModule } from '../reports/reports.module.js';
import { RepliesController } from './replies.controller.js';
import { ReplyFilesController } from './reply-files.controller.js';

@Module({ imports: [RepliesModule, ReportsModule], controllers: [RepliesController, ReplyFilesController] })
export class RepliesApiModule {}
