import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { projectFile } from '@app/config';
import { ends } from './ends.js';
import { addFileCommands } from './file-commands.js';
import { stepsLoadedMeanwhile } from './start-steps/steps-loaded-meanwhile.js';
import { addTokenCommands } from './token-commands.js';
import { addTriageCommands } from './triage-commands.js';

/**
 * Every `wadah` command. Each sets the exit status of the process, and loads what it needs when it is asked for:
 * help and classification do without database and channels.
 */
export function wadahCommands(): Command {
  const wadah = new Command('wadah').description('Satu kotak masuk untuk semua yang ditulis warga');
  wadah.version(
    (JSON.parse(readFileSync(projectFile('package.json'), 'utf8')) as { version: string }).version,
  );
  wadah
    .command('start')
    .description('menjalankan semuanya, sampai Ctrl-C')
    .option('--demo', 'mengisi kotak masuk dengan pesan contoh', false)
    .action(async (options: { demo: boolean }) => {
      const { runStart } = await import('./start/run-start.js');
      await ends(runStart(options, stepsLoadedMeanwhile()));
    });
  addTriageCommands(wadah);
  addDatabaseCommands(wadah);
  addFileCommands(wadah);
  addTokenCommands(wadah.command('token').description('token API untuk program lain'));
  return wadah;
}

function addDatabaseCommands(wadah: Command): void {
  wadah
    .command('reconcile')
    .description('diterima = tampil + digabung + diabaikan + dikarantina + menunggu')
    .action(async () => ends((await import('./reconcile/run-reconcile.js')).runReconcile(process.stdout)));
  wadah
    .command('migrate')
    .description('memutakhirkan skema basis data')
    .action(async () => ends((await import('./migrate/run-migrate.js')).runMigrate(process.stdout)));
  wadah
    .command('create-admin <surel>')
    .description('mengundang admin: mencetak tautan sekali pakai')
    .option('--name <nama>', 'nama lengkap')
    .action(async (email: string, options: { name?: string }) => {
      const { runCreateAdmin } = await import('./accounts/run-create-admin.js');
      await ends(runCreateAdmin(email, options, process.stdout));
    });
  wadah
    .command('doctor')
    .description('memeriksa mesin, folder data, basis data, dan antrean')
    .action(async () => ends((await import('./doctor/run-doctor.js')).runDoctor(process.stdout)));
}
