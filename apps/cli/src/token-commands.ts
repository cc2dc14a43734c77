import type { Command } from 'commander';
import type { TokenOptions } from './accounts/run-token.js';
import { ends } from './ends.js';

/** `wadah token …` */
export function addTokenCommands(token: Command): void {
  token
    .command('create <nama>')
    .description('membuat token; ditampilkan sekali')
    .requiredOption('--role <peran>', 'admin, officer, atau agency-member')
    .option('--agency <kode>', 'instansi, untuk peran agency-member')
    .option('--read-only', 'hanya membaca: setiap perubahan ditolak')
    .option('--days <jumlah>', 'berlaku sekian hari; tanpa ini sampai dicabut')
    .action(async (name: string, options: TokenOptions) => {
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
