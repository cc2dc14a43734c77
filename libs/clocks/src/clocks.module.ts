import { Module } from '@nestjs/common';
import { ReadClocksService } from './read-clocks.service.js';

/** Needs CLOCK_DEFAULTS from a global module of the application. */
@Module({ providers: [ReadClocksService], exports: [ReadClocksService] })
export class ClocksModule {}
