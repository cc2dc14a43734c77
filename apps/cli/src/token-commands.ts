import type { Command } from 'commander';
import { ends } from './ends.js';

/** `wadah token …` */
export function addTokenCommands(token: Command): void {
  token
    .command('create <nama>')
    .description('membuat token; ditampilkan sekali')
    .requiredOption('--role <peran>', 'admin, officer, atau agency-member')
    .option('--agency <kode>', 'instansi, untuk peran agency-member')
    .action(async (name: string, options: { role: string; agency?: string }) => {
      const { runTokenCreate } = await import('./accounts/run-token.js');
      await ends(runTokenCreate(name, options, process));
    });
  token
    .command('revoke <id>')
    .description('mencabut token')
    .action(async (id: string) => {
      const { runTokenRevoke } = await import('./accounts/run-token.js');
      await ends(runTokenRevoke(id, process.stdout));
    });
}
