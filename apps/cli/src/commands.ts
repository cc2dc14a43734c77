import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { projectFile } from '@app/config';
import { FILE_FORMATS } from '@app/connectors';
import {
  DEFAULT_SET,
  shippedModel,
  shippedTaxonomy,
  shippedTriage,
} from '../../runtime/src/shipped-triage.js';
import { runCreateAdmin } from './accounts/run-create-admin.js';
import { runTokenCreate, runTokenRevoke } from './accounts/run-token.js';
import { runClassify } from './classify/run-classify.js';
import { runEvaluate } from './evaluate/evaluate-file.js';
import { runDoctor } from './doctor/run-doctor.js';
import { runImport, type ImportOptions } from './import/run-import.js';
import { runMigrate } from './migrate/run-migrate.js';
import { runReconcile } from './reconcile/run-reconcile.js';
import { runReplay, type ReplayCommandOptions } from './replay/run-replay.js';
import { runSimilar } from './similar/run-similar.js';
import { runStart } from './start/run-start.js';
import { startSteps } from './start-steps/start-steps.js';
import { runTrain } from './train/train-model.js';

/** Every `wadah` command. Each sets the exit status of the process. */
export function wadahCommands(): Command {
  const wadah = new Command('wadah').description('Satu kotak masuk untuk semua yang ditulis warga');
  wadah.version(
    (JSON.parse(readFileSync(projectFile('package.json'), 'utf8')) as { version: string }).version,
  );
  wadah
    .command('start')
    .description('menjalankan semuanya, sampai Ctrl-C')
    .option('--demo', 'mengisi kotak masuk dengan pesan contoh', false)
    .action((options: { demo: boolean }) => ends(runStart(options, startSteps)));
  wadah
    .command('classify')
    .description('JSON Lines {"text": ...} dari stdin, satu klasifikasi per baris ke stdout')
    .action(() => ends(runClassify(shippedTriage(), process.stdin, process.stdout)));
  wadah
    .command('similar')
    .description('JSON Lines {"a": ..., "b": ...} dari stdin: laporan yang sama atau bukan, dan mengapa')
    .action(() => ends(runSimilar(process.stdin, process.stdout)));
  wadah
    .command('evaluate <berkas>')
    .description(
      'mengukur pengklasifikasi, pencari topik, atau pencari laporan ganda dengan berkas JSON Lines berlabel',
    )
    .option('--json', 'angka sebagai JSON', false)
    .option('--baselines', 'melatih dan mengukur pembanding juga; beberapa menit', false)
    .option('--overlap', 'menghitung baris yang hampir sama dengan teks korpus', false)
    .action((file: string, options: { json: boolean; baselines: boolean; overlap: boolean }) => {
      const corpus = projectFile('libs/triage/corpus');
      const settings = {
        json: options.json,
        taxonomy: shippedTaxonomy(DEFAULT_SET),
        baselines: options.baselines ? corpus : undefined,
        overlap: options.overlap ? corpus : undefined,
      };
      return ends(runEvaluate(shippedModel(), file, settings, process.stdout));
    });
  wadah
    .command('train')
    .description('melatih model dari korpus')
    .action(() =>
      ends(
        runTrain(
          projectFile('libs/triage/corpus'),
          projectFile('libs/triage/model/triage-model.bin'),
          process.stdout,
        ),
      ),
    );
  wadah
    .command('reconcile')
    .description('diterima = tampil + digabung + diabaikan + dikarantina + menunggu')
    .action(() => ends(runReconcile(process.stdout)));
  wadah
    .command('migrate')
    .description('memutakhirkan skema basis data')
    .action(() => ends(runMigrate(process.stdout)));
  wadah
    .command('create-admin <surel>')
    .description('mengundang admin: mencetak tautan sekali pakai')
    .option('--name <nama>', 'nama lengkap')
    .action((email: string, options: { name?: string }) =>
      ends(runCreateAdmin(email, options, process.stdout)),
    );
  wadah
    .command('doctor')
    .description('memeriksa mesin, folder data, basis data, dan antrean')
    .action(() => ends(runDoctor(process.stdout)));
  wadah
    .command('import <berkas>')
    .description('membawa masuk laporan dari berkas; jenisnya dikenali sendiri; aman diulang')
    .option('--map <isian=kolom...>', 'kolom mana berisi apa, misalnya text=isi_laporan', [])
    .addOption(new Option('--format <jenis>', 'bila tidak dikenali dengan benar').choices(FILE_FORMATS))
    .option('--ours <nama...>', 'nama kantor dalam obrolan: pesannya jawaban, bukan laporan', [])
    .option('--connection <nama>', 'nama koneksi berkas', 'Impor berkas')
    .option('--dry-run', 'membaca saja: apa yang dikenali, baris pertama, yang rusak', false)
    .option('--json', 'ringkasan sebagai JSON', false)
    .action((file: string, options: ImportOptions) => ends(runImport(file, options, process)));
  wadah
    .command('replay <folder>')
    .description('memutar ulang rekaman kiriman kanal pada Wadah yang berjalan')
    .requiredOption('--channel <kanal>', 'kode kanal, misalnya telegram')
    .option('--connection <nama>', 'koneksi yang menerimanya, alih-alih koneksi khusus putar ulang')
    .option('--server <alamat>', 'alamat Wadah, bila tidak berjalan dari folder data ini')
    .option('--json', 'satu baris JSON per berkas', false)
    .action((folder: string, options: ReplayCommandOptions) =>
      ends(runReplay(folder, options, process.stdout)),
    );
  addTokenCommands(wadah.command('token').description('token API untuk program lain'));
  return wadah;
}

function addTokenCommands(token: Command): void {
  token
    .command('create <nama>')
    .description('membuat token; ditampilkan sekali')
    .requiredOption('--role <peran>', 'admin, officer, atau agency-member')
    .option('--agency <kode>', 'instansi, untuk peran agency-member')
    .action((name: string, options: { role: string; agency?: string }) =>
      ends(runTokenCreate(name, options, process)),
    );
  token
    .command('revoke <id>')
    .description('mencabut token')
    .action((id: string) => ends(runTokenRevoke(id, process.stdout)));
}

async function ends(work: Promise<number>): Promise<void> {
  process.exitCode = await work;
}
