import { AccountsModule, activationLink, CreateFirstAdminLinkService } from '@app/accounts';
import { readEnvironment } from '@app/config';
import { ConnectionsModule, CreateFirstFormService } from '@app/connections';
import { migrate } from '@app/database';
import { migrateQueues } from '@app/queues';
import { runDemo } from '../demo/run-demo.js';
import type { StartSteps } from '../start/start-steps.js';
import { withApplication, withRuntime } from '../with-application.js';

/** What `wadah start` does besides running processes. */
export const startSteps: StartSteps = {
  async migrate(databaseUrl) {
    const environment = readEnvironment();
    const outcome = await migrate(databaseUrl);
    await migrateQueues({ databaseUrl, redisUrl: environment.REDIS_URL });
    await withRuntime(environment, databaseUrl, [ConnectionsModule], (app) =>
      app.get(CreateFirstFormService, { strict: false }).create(),
    );
    return outcome;
  },

  firstAdminLink: (databaseUrl, publicUrl) =>
    withApplication(databaseUrl, [AccountsModule], async (app) => {
      const token = await app.get(CreateFirstAdminLinkService, { strict: false }).create();
      return token === null ? null : activationLink(publicUrl, token);
    }),

  sendDemo: (databaseUrl) => runDemo(readEnvironment(), databaseUrl),
};
