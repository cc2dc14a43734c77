import { Module } from '@nestjs/common';
import { ManageLexiconService } from './manage-lexicon.service.js';
import { ReadVocabularyService } from './read-vocabulary.service.js';

const SERVICES = [ReadVocabularyService, ManageLexiconService];

@Module({ providers: SERVICES, exports: SERVICES })
export class VocabularyModule {}
