import type { StartSteps } from '../start/start-steps.js';

/** The steps of `wadah start`, whose code is loaded while PostgreSQL starts. */
export function stepsLoadedMeanwhile(): StartSteps {
  const loading = import('./start-steps.js').then(({ startSteps }) => startSteps);
  // Whoever takes a step hears why it could not be loaded.
  loading.catch(() => undefined);
  return {
    migrate: async (databaseUrl) => (await loading).migrate(databaseUrl),
    firstAdminLink: async (databaseUrl, publicUrl) => (await loading).firstAdminLink(databaseUrl, publicUrl),
    sendDemo: async (databaseUrl) => (await loading).sendDemo(databaseUrl),
  };
}
