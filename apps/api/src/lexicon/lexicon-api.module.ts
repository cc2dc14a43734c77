import { Module } from '@nestjs/common';
import { LearningModule } from '@app/learning';
import { TaxonomyModule } from '@app/taxonomy';
import { VocabularyModule } from '@app/vocabulary';
import { LexiconController } from './lexicon.controller.js';
import { TryLexiconService } from './try-lexicon.service.js';

@Module({
  imports: [LearningModule, TaxonomyModule, VocabularyModule],
  controllers: [LexiconController],
  providers: [TryLexiconService],
})
export class LexiconApiModule {}
