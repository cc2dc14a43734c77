import { NestFactory } from '@nestjs/core';
import { Module } from '@nestjs/common';
import { AccountsModule, activationLink, CreateFirstAdminLinkService } from '@app/accounts';
import { readEnvironment } from '@app/config';
import { DatabaseModule, migrate } from '@app/database';
import { migrateQueues } from '@app/queues';
import { StartError, type StartSteps } from '../start/start-steps.js';

@Module({})
class FirstAdminModule {}

/** What `wadah start` does besides running processes. */
export const startSteps: StartSteps = {
  async migrate(databaseUrl) {
    const outcome = await migrate(databaseUrl);
    await migrateQueues({ databaseUrl, redisUrl: readEnvironment().REDIS_URL });
    return outcome;
  },

  async firstAdminLink(databaseUrl, publicUrl) {
    const imports = [DatabaseModule.forRoot({ url: databaseUrl, poolSize: 2 }), AccountsModule];
    const app = await NestFactory.createApplicationContext(
      { module: FirstAdminModule, imports },
      { logger: ['error'] },
    );
    try {
      const token = await app.get(CreateFirstAdminLinkService, { strict: false }).create();
      return token === null ? null : activationLink(publicUrl, token);
    } finally {
      await app.close();
    }
  },

  sendDemo: () => Promise.reject(new StartError('The demonstration is not part of this version')),
};
