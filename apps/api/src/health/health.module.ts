import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';
import { SpoolModule } from '../webhooks/spool.module.js';

@Module({ imports: [SpoolModule], controllers: [HealthController], providers: [Metrics], exports: [Metrics] })
export class HealthModule {}
