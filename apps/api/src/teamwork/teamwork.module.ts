import { Module } from '@nestjs/common';
import { CaseworkModule } from '@app/casework';
import { RepliesModule } from '@app/replies';
import { ReportsModule } from '../reports/reports.module.js';
import { AnswerTemplatesController } from './answer-templates.controller.js';
import { NotesController } from './notes.controller.js';
import { ReplyDraftsController } from './reply-drafts.controller.js';

@Module({
  imports: [CaseworkModule, RepliesModule, ReportsModule],
  controllers: [AnswerTemplatesController, NotesController, ReplyDraftsController],
})
export class TeamworkModule {}
