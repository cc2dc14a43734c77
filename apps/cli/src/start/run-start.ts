import { projectFile, readEnvironment } from '@app/config';
import { lockDataFolder } from './data-folder-lock.js';
import { findRunningInstallation } from './running-installation.js';
import { startAll, type Undo } from './start-all.js';
import { describeError } from './start-output.js';
import type { StartOptions, StartSetup, StartSteps } from './start-steps.js';
import { listenForStop, StopRequested } from './stop-request.js';

/**
 * `wadah start`: PostgreSQL, migrations, api and worker, until somebody asks to stop.
 * @returns the exit code, when everything has been stopped: 0 after a requested stop, and when Wadah
 *   already runs on this data folder; 1 when the start failed (said in a line)
 */
export async function runStart(
  options: StartOptions,
  steps: StartSteps,
  setup: Partial<StartSetup> = {},
): Promise<number> {
  const print = setup.print ?? printToTerminal();
  const undo: Undo = [];
  const stop = listenForStop(print);
  try {
    const environment = setup.environment ?? readEnvironment();
    const dataFolder = environment.WADAH_DATA_DIR;
    const lock = await lockDataFolder(dataFolder);
    if (!lock.isOurs) return await reportRunning(dataFolder, lock.pid, print);
    undo.push(() => lock.release());
    await startAll(options, steps, { ...defaultFiles(), ...setup, environment, print }, stop, undo);
    await stop.asked;
    return 0;
  } catch (error) {
    if (error instanceof StopRequested) return 0;
    print(`GAGAL: ${describeError(error)}`);
    return 1;
  } finally {
    const wasStarted = undo.length > 1;
    if (wasStarted) print('Menghentikan worker, api, dan PostgreSQL ...');
    for (const step of undo.reverse()) {
      await step().catch((error: unknown) => print(describeError(error)));
    }
    if (wasStarted) print('Wadah berhenti.');
    stop.dispose();
  }
}

async function reportRunning(dataFolder: string, pid: number, print: StartSetup['print']): Promise<number> {
  const running = await findRunningInstallation(dataFolder);
  if (running) {
    print(`Wadah sudah berjalan di ${running.address} (proses ${pid}, data di ${dataFolder}).`);
    return 0;
  }
  print(
    `Wadah sedang dimulai atau dihentikan oleh proses ${pid} (data di ${dataFolder}). Coba lagi sebentar.`,
  );
  return 1;
}

function printToTerminal(): StartSetup['print'] {
  // A closed terminal must not end us before everything has been stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return (line) => void process.stdout.write(`${line}\n`);
}

function defaultFiles(): Pick<StartSetup, 'api' | 'worker'> {
  const main = (name: string): string => projectFile('dist', 'apps', name, 'src', 'main.js');
  return { api: main('api'), worker: main('worker') };
}
