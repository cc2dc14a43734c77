import { randomBytes } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { Module } from '@nestjs/common';
import { ConnectionsModule, ManageConnectionService } from '@app/connections';
import { Database, ReconciliationRepository } from '@app/database';
import { DrainLedgerService, IngestionModule, RecordEventsService } from '@app/ingestion';
import type { ParsedEvent } from '@app/connector-kit';
import { migrateQueues } from '@app/queues';
import { RuntimeModule } from '../../apps/runtime/src/runtime.module.js';
import { createTestDatabase } from './test-database.js';

@Module({})
class HarnessModule {}

const TELEGRAM = {
  channel: 'telegram',
  settings: { botToken: '123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
};

/** The real ledger and drain on a database of their own, with one connection, of Telegram unless told otherwise. */
export async function startDrainHarness({
  channel,
  settings,
}: { readonly channel: string; readonly settings: Readonly<Record<string, unknown>> } = TELEGRAM) {
  const database = await createTestDatabase();
  await migrateQueues({ databaseUrl: database.url });
  const runtime = RuntimeModule.forRoot({
    databaseUrl: database.url,
    secretKey: randomBytes(32),
    allowsPrivateAddresses: true,
    dataFolder: '/nonexistent',
    timeZone: 'Asia/Makassar',
    applicationName: 'wadah-test',
  });
  const app = await NestFactory.createApplicationContext(
    { module: HarnessModule, imports: [runtime, IngestionModule, ConnectionsModule] },
    { logger: ['error'], abortOnError: false },
  );
  const connection = await app.get(ManageConnectionService).create(channel, 'Bot', settings);
  const db = app.get(Database);
  return {
    connectionId: connection.id,
    query: <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
      db.query<Row>(sql, parameters),
    record: (events: readonly ParsedEvent[]) => app.get(RecordEventsService).record(connection.id, events),
    drain: () => app.get(DrainLedgerService).drainAll(),
    tally: () => app.get(ReconciliationRepository).tally(),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

export type DrainHarness = Awaited<ReturnType<typeof startDrainHarness>>;

/** A Telegram update as the connector stores it. */
export function telegramUpdate(id: number, message: Record<string, unknown>, kind = 'message'): ParsedEvent {
  const chat = (message['chat'] as { id?: number } | undefined)?.id ?? 77;
  return {
    status: 'readable',
    kind: 'update',
    externalId: String(id),
    conversationKey: String(chat),
    payload: { update_id: id, [kind]: { ...PRIVATE_TEXT, message_id: id, ...message } },
  };
}

const PRIVATE_TEXT = {
  date: 1_763_900_000,
  chat: { id: 77, type: 'private', first_name: 'Budi' },
  from: { id: 77, is_bot: false, first_name: 'Budi' },
};
