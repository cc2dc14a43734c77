import type { Command } from 'commander';
import { ends } from './ends.js';
import type { ImportOptions } from './import/run-import.js';
import type { ReplayCommandOptions } from './replay/run-replay.js';

/** Commands that read files of others: reports to take over, recordings to play again. */
export function addFileCommands(wadah: Command): void {
  wadah
    .command('import <berkas>')
    .description('membawa masuk laporan dari berkas; jenisnya dikenali sendiri; aman diulang')
    .option('--map <isian=kolom...>', 'kolom mana berisi apa, misalnya text=isi_laporan', [])
    .option('--format <jenis>', 'bila tidak dikenali dengan benar')
    .option('--ours <nama...>', 'nama kantor dalam obrolan: pesannya jawaban, bukan laporan', [])
    .option('--connection <nama>', 'nama koneksi berkas', 'Impor berkas')
    .option('--dry-run', 'membaca saja: apa yang dikenali, baris pertama, yang rusak', false)
    .option('--json', 'ringkasan sebagai JSON', false)
    .action(async (file: string, options: ImportOptions) => {
      const { runImport } = await import('./import/run-import.js');
      await ends(runImport(file, options, process));
    });
  wadah
    .command('replay <folder>')
    .description('memutar ulang rekaman kiriman kanal pada Wadah yang berjalan')
    .requiredOption('--channel <kanal>', 'kode kanal: nama foldernya di libs/connectors/src')
    .option('--connection <nama>', 'koneksi yang menerimanya, alih-alih koneksi khusus putar ulang')
    .option('--server <alamat>', 'alamat Wadah, bila tidak berjalan dari folder data ini')
    .option('--json', 'satu baris JSON per berkas', false)
    .action(async (folder: string, options: ReplayCommandOptions) => {
      const { runReplay } = await import('./replay/run-replay.js');
      await ends(runReplay(folder, options, process.stdout));
    });
}
