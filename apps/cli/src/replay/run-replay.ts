import type { Writable } from 'node:stream';
import { Module } from '@nestjs/common';
import { readEnvironment } from '@app/config';
import { ConnectionsModule } from '@app/connections';
import { IngestionModule } from '@app/ingestion';
import { findRunningInstallation } from '../start/running-installation.js';
import { withRuntime } from '../with-application.js';
import { withDatabaseUrl } from '../with-database-url.js';
import { PlayStepService } from './play-step.service.js';
import { ReplayFolderService } from './replay-folder.service.js';
import type { StepOutcome } from './step-outcome.js';

export interface ReplayCommandOptions {
  readonly channel: string;
  readonly server?: string;
  readonly connection?: string;
  readonly json: boolean;
}

@Module({ imports: [ConnectionsModule, IngestionModule], providers: [PlayStepService, ReplayFolderService] })
export class ReplayModule {}

const WORDS: Readonly<Record<StepOutcome['what'], string>> = {
  message: 'pesan',
  edit: 'suntingan',
  deletion: 'penghapusan',
  reaction: 'reaksi',
  'delivery-update': 'kabar pengiriman',
  'delivery-watermark': 'kabar pengiriman sampai suatu saat',
  'conversation-moved': 'percakapan pindah',
  reachability: 'keterjangkauan',
  'identity-moved': 'akun pindah',
  ignored: 'diabaikan',
  quarantined: 'KARANTINA',
  pending: 'BELUM DIOLAH (apakah worker berjalan?)',
  refused: 'DITOLAK',
  empty: 'tanpa kejadian',
  repeat: 'pengulangan',
  'not-delivered': 'tidak dikirim',
};
const FAULTS: readonly StepOutcome['what'][] = ['quarantined', 'pending', 'refused'];

/**
 * `wadah replay`: prints what became of each file. Returns the exit status: 1 when something was quarantined, refused
 * or not handled.
 */
export async function runReplay(
  folder: string,
  options: ReplayCommandOptions,
  stdout: Writable,
): Promise<number> {
  const environment = readEnvironment();
  const running = await findRunningInstallation(environment.WADAH_DATA_DIR);
  const server = (options.server ?? running?.address)?.replace(/\/+$/, '');
  if (!server)
    throw new Error('Wadah tidak berjalan. Jalankan dahulu: npm start, atau beri --server <alamat>');
  return withDatabaseUrl(environment, (url) =>
    withRuntime(environment, url, [ReplayModule], async (app) => {
      const tally = new Map<StepOutcome['what'], number>();
      for await (const { file, outcomes } of app
        .get(ReplayFolderService)
        .replay(folder, { ...options, server })) {
        for (const { what } of outcomes) tally.set(what, (tally.get(what) ?? 0) + 1);
        stdout.write(options.json ? `${JSON.stringify({ file, outcomes })}\n` : `${line(file, outcomes)}\n`);
      }
      const faults = FAULTS.reduce((sum, what) => sum + (tally.get(what) ?? 0), 0);
      if (!options.json) stdout.write(`${summary(tally)}\n`);
      return faults > 0 ? 1 : 0;
    }),
  );
}

function line(file: string, outcomes: readonly StepOutcome[]): string {
  const words = outcomes.map(({ what, reason }) => (reason ? `${WORDS[what]} (${reason})` : WORDS[what]));
  return `${file}: ${words.join(', ') || WORDS.empty}`;
}

function summary(tally: ReadonlyMap<StepOutcome['what'], number>): string {
  const parts = [...tally].map(([what, count]) => `${count} ${WORDS[what]}`);
  return `Jumlah: ${parts.join(', ') || 'folder ini kosong'}`;
}
