import { Module } from '@nestjs/common';
import { VocabularyModule } from '@app/vocabulary';
import { PlaceAliasesController } from './place-aliases.controller.js';

@Module({ imports: [VocabularyModule], controllers: [PlaceAliasesController] })
export class PlaceAliasesModule {}
