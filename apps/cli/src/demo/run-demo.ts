import { setTimeout as delay } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import type { Environment } from '@app/config';
import { ConnectionsModule } from '@app/connections';
import { IngestionModule } from '@app/ingestion';
import { withRuntime } from '../with-application.js';
import { SendSamplesService } from '../../../runtime/src/sample-data/send-samples.service.js';

const PAUSE_MS = 100;
const PATIENCE_MS = 30_000;

@Module({ imports: [ConnectionsModule, IngestionModule], providers: [SendSamplesService] })
export class DemoModule {}

/** Sends the examples and waits until the worker has made reports of them. @returns how many were new */
export async function runDemo(environment: Environment, databaseUrl: string): Promise<number> {
  return withRuntime(environment, databaseUrl, [DemoModule], async (app) => {
    const sender = app.get(SendSamplesService);
    const sent = await sender.send(new Date());
    for (const end = Date.now() + PATIENCE_MS; !(await sender.isDone()) && Date.now() < end;)
      await delay(PAUSE_MS);
    return sent;
  });
}
