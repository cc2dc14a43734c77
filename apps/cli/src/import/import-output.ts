import path from 'node:path';
import type { Writable } from 'node:stream';
import type { ColumnMapping } from '@app/connectors';
import { Presets, SingleBar } from 'cli-progress';
import type { ImportTally } from './import-file.service.js';

export interface ImportSummary extends ImportTally {
  /** Why rows were set aside, the latest first. */
  readonly quarantine: readonly string[];
  /** Null: nothing was stored. */
  readonly isBalanced: boolean | null;
}

/** What a person sees of an import; with `--json` only the summary, for programs. */
export class ImportOutput {
  private readonly bar: SingleBar;
  private isRunning = false;

  constructor(
    private readonly streams: {
      readonly stdout: Writable;
      readonly stderr: Writable & { readonly isTTY?: boolean };
    },
    private readonly isJson: boolean,
    /** Lines of the file: a little more than its rows. */
    private readonly lines: number,
  ) {
    const format = 'Menyimpan {bar} {value}/{total} baris, {duration_formatted}';
    const stream = streams.stderr as NodeJS.WriteStream;
    this.bar = new SingleBar(
      { format, stream, hideCursor: true, noTTYOutput: false },
      Presets.shades_classic,
    );
  }

  began(file: string, columns: ColumnMapping): void {
    const pairs = Object.entries(columns).map(([field, column]) => `${field} = "${column}"`);
    this.say(`Membaca ${path.basename(file)}: ${pairs.join(', ')}`);
    if (this.isJson || !this.streams.stderr.isTTY) return;
    this.bar.start(this.lines, 0);
    this.isRunning = true;
  }

  stored(rows: number): void {
    if (this.isRunning) this.bar.update(rows);
  }

  draining(): void {
    this.stopBar();
    this.say('Menjadikan laporan ...');
  }

  ended(summary: ImportSummary): void {
    this.stopBar();
    if (this.isJson) {
      this.streams.stdout.write(`${JSON.stringify(summary)}\n`);
      return;
    }
    const { rows, stored, alreadyThere, unreadable, quarantine, isBalanced } = summary;
    const lines = [
      isBalanced === null
        ? `Percobaan: ${rows} baris dibaca, ${unreadable} tidak terbaca, tidak ada yang disimpan.`
        : `${rows} baris: ${stored} baru, ${alreadyThere} sudah ada, ${unreadable} tidak terbaca.`,
      ...(quarantine.length > 0 ? ['Dikarantina, terbaru dahulu:'] : []),
      ...quarantine.map((reason) => `  ${reason}`),
      ...(isBalanced === null
        ? []
        : [isBalanced ? 'Buku kejadian seimbang.' : 'Buku kejadian TIDAK SEIMBANG.']),
    ];
    this.streams.stdout.write(`${lines.join('\n')}\n`);
  }

  private stopBar(): void {
    if (!this.isRunning) return;
    this.isRunning = false;
    this.bar.stop();
  }

  private say(line: string): void {
    if (!this.isJson) this.streams.stderr.write(`${line}\n`);
  }
}
