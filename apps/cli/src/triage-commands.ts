import type { Command } from 'commander';
import { projectFile } from '@app/config';
import { ends } from './ends.js';

const CORPUS = ['libs', 'triage', 'corpus'] as const;

/** Commands about texts alone: no database, no installation. */
export function addTriageCommands(wadah: Command): void {
  wadah
    .command('classify')
    .description('JSON Lines {"text": ...} dari stdin, satu klasifikasi per baris ke stdout')
    .option('--lexicon <berkas>', 'kamus daerah di atas kamus bawaan: CSV yang diunduh dari halaman Kamus')
    .action(classify);
  wadah
    .command('similar')
    .description('JSON Lines {"a": ..., "b": ...} dari stdin: laporan yang sama atau bukan, dan mengapa')
    .action(async () =>
      ends((await import('./similar/run-similar.js')).runSimilar(process.stdin, process.stdout)),
    );
  wadah
    .command('evaluate <berkas>')
    .description(
      'mengukur pengklasifikasi, pencari topik, atau pencari laporan ganda dengan berkas JSON Lines berlabel',
    )
    .option('--json', 'angka sebagai JSON', false)
    .option('--baselines', 'melatih dan mengukur pembanding juga; beberapa menit', false)
    .option('--overlap', 'menghitung baris yang hampir sama dengan teks korpus', false)
    .action(evaluate);
  wadah
    .command('train')
    .description('melatih model dari korpus')
    .action(async () => {
      const { runTrain } = await import('./train/train-model.js');
      const model = projectFile('libs', 'triage', 'model', 'triage-model.bin');
      await ends(runTrain(projectFile(...CORPUS), model, process.stdout));
    });
}

async function classify({ lexicon: file }: { lexicon?: string }): Promise<void> {
  const { DEFAULT_SET, shippedTriage } = await import('../../runtime/src/shipped-triage.js');
  const { runClassify } = await import('./classify/run-classify.js');
  if (file === undefined) return ends(runClassify(shippedTriage(), process.stdin, process.stdout));
  const { readLexiconFile } = await import('./classify/read-lexicon-file.js');
  const read = await readLexiconFile(file);
  if ('problems' in read) {
    process.stderr.write(`${[`${file}:`, ...read.problems].join('\n  ')}\n`);
    return ends(Promise.resolve(1));
  }
  return ends(runClassify(shippedTriage(DEFAULT_SET, read.lexicon), process.stdin, process.stdout));
}

async function evaluate(
  file: string,
  options: { json: boolean; baselines: boolean; overlap: boolean },
): Promise<void> {
  const { DEFAULT_SET, shippedModel, shippedTaxonomy } = await import('../../runtime/src/shipped-triage.js');
  const { runEvaluate } = await import('./evaluate/evaluate-file.js');
  const corpus = projectFile(...CORPUS);
  const settings = {
    json: options.json,
    taxonomy: shippedTaxonomy(DEFAULT_SET),
    baselines: options.baselines ? corpus : undefined,
    overlap: options.overlap ? corpus : undefined,
  };
  await ends(runEvaluate(shippedModel(), file, settings, process.stdout));
}
