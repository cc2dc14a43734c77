import { Module } from '@nestjs/common';
import { ReadClocksService } from './read-clocks.service.js';
import { RecalculateClocksService } from './recalculate-clocks.service.js';

const SERVICES = [ReadClocksService, RecalculateClocksService];

/** Needs CLOCK_DEFAULTS from a global module of the application. */
@Module({ providers: SERVICES, exports: SERVICES })
export class ClocksModule {}
