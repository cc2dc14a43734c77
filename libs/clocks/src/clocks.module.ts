import { Module } from '@nestjs/common';
import { ChangeClocksService } from './change-clocks.service.js';
import { ReadClocksService } from './read-clocks.service.js';

/** Needs CLOCK_DEFAULTS from a global module of the application. */
@Module({
  providers: [ReadClocksService, ChangeClocksService],
  exports: [ReadClocksService, ChangeClocksService],
})
export class ClocksModule {}
