import { Module } from '@nestjs/common';
import { ClocksModule } from '@app/clocks';
import { ClockRulesController } from './clock-rules.controller.js';

@Module({ imports: [ClocksModule], controllers: [ClockRulesController] })
export class ClockRulesModule {}
