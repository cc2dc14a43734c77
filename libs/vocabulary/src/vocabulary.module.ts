import { Module } from '@nestjs/common';
import { ManageLexiconService } from './manage-lexicon.service.js';
import { ManagePlaceAliasesService } from './manage-place-aliases.service.js';
import { ReadVocabularyService } from './read-vocabulary.service.js';

const SERVICES = [ReadVocabularyService, ManageLexiconService, ManagePlaceAliasesService];

/** Needs SHIPPED_GAZETTEER from a global module of the application. */
@Module({ providers: SERVICES, exports: SERVICES })
export class VocabularyModule {}
