import { childEnvironment, loadSecretKey } from '@app/config';
import { ownMark, processMark } from '../../../../libs/database/src/embedded/index.js';
import { addressOf, choosePort } from './choose-port.js';
import { openDatabase } from './open-database.js';
import { announceInstallation, waitForFormerChildren, withdrawInstallation } from './running-installation.js';
import { describeError, StartOutput, welcome } from './start-output.js';
import { StartError, type StartOptions, type StartSetup, type StartSteps } from './start-steps.js';
import type { StopRequest } from './stop-request.js';
import { SupervisedProcess } from './supervised-process.js';

/** What has been started, as the functions that end it, in the order of starting. */
export type Undo = Array<() => Promise<unknown>>;

/**
 * Starts everything and prints the address.
 * @param undo gets each part as soon as it exists, also when a later one fails
 * @throws StartError, EmbeddedServerError, EnvironmentError, StopRequested
 */
export async function startAll(
  options: StartOptions,
  steps: StartSteps,
  setup: StartSetup,
  stop: StopRequest,
  undo: Undo,
): Promise<void> {
  const { environment, print } = setup;
  const dataFolder = environment.WADAH_DATA_DIR;
  const output = new StartOutput(print, options.demo ? 5 : 4);
  await stop.orStop(waitForFormerChildren(dataFolder));
  const port = await choosePort(environment);
  const secretKey = await loadSecretKey(environment, print);

  const databaseUrl = await output.step(
    () => stop.orStop(openDatabase(setup, undo)),
    () =>
      environment.DATABASE_URL === undefined ? 'PostgreSQL bawaan siap' : 'PostgreSQL dari DATABASE_URL',
  );
  await output.step(
    () => stop.orStop(migrate(steps, databaseUrl)),
    ({ applied }) => (applied === 0 ? 'Migrasi: sudah mutakhir' : `Migrasi: ${applied} dijalankan`),
  );

  const local = addressOf(environment.HOST, port);
  const publicUrl = environment.WADAH_PUBLIC_URL ?? local;
  const variables = childEnvironment({
    DATABASE_URL: databaseUrl,
    HOST: environment.HOST,
    PORT: String(port),
    WADAH_PUBLIC_URL: publicUrl,
    WADAH_DATA_DIR: dataFolder,
    WADAH_SECRET_KEY: secretKey.toString('base64'),
  });
  const pids = new Map<string, number>();
  let announced: string | null = null;
  const announce = async (): Promise<void> => {
    if (announced === null) return;
    const children = [...pids.values()].flatMap((pid) => processMark(pid) ?? []);
    await announceInstallation(dataFolder, {
      pid: process.pid,
      address: announced,
      mark: ownMark(),
      children,
    });
  };
  undo.push(() => withdrawInstallation(dataFolder));
  const supervise = (name: 'api' | 'worker'): SupervisedProcess => {
    const onSpawn = (pid: number): void => {
      pids.set(name, pid);
      announce().catch((error: unknown) => print(describeError(error)));
    };
    const child = new SupervisedProcess({ name, file: setup[name], environment: variables, print, onSpawn });
    undo.push(() => child.stop());
    return child;
  };
  const api = supervise('api');
  const worker = supervise('worker');
  const address =
    (await output.step(
      () => stop.orStop(api.ready),
      () => 'api siap',
    )) ?? local;
  await output.step(
    () => stop.orStop(worker.ready),
    () => 'worker siap',
  );

  announced = address;
  await announce();
  if (options.demo) {
    const sending = steps.sendDemo(databaseUrl).then(
      (sent) => (sent === 0 ? 'Pesan contoh: sudah ada' : `Pesan contoh: ${sent} terkirim`),
      (error: unknown) => `Pesan contoh gagal: ${describeError(error)}`,
    );
    await output.step(
      () => stop.orStop(sending),
      (outcome) => outcome,
    );
  }
  const link = await stop.orStop(steps.firstAdminLink(databaseUrl, publicUrl));
  print(welcome(environment.WADAH_PUBLIC_URL ?? address, link, dataFolder));
}

async function migrate(steps: StartSteps, databaseUrl: string): ReturnType<StartSteps['migrate']> {
  try {
    return await steps.migrate(databaseUrl);
  } catch (cause) {
    const { host } = new URL(databaseUrl);
    throw new StartError(`Basis data di ${host} tidak dapat disiapkan: ${describeError(cause)}`, { cause });
  }
}
