import path from 'node:path';
import type { Writable } from 'node:stream';
import type { ColumnMapping, FileFormat } from '@app/connectors';
import { Presets, SingleBar } from 'cli-progress';
import type { ImportTally } from './import-file.service.js';
import type { RowPreview } from './row-preview.js';

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
    /** A little more than the file's rows. */
    private readonly total: number,
  ) {
    const format = 'Menyimpan {bar} {value}/{total} baris, {duration_formatted}';
    const stream = streams.stderr as NodeJS.WriteStream;
    this.bar = new SingleBar(
      { format, stream, hideCursor: true, noTTYOutput: false },
      Presets.shades_classic,
    );
  }

  began(file: string, format: FileFormat, columns: ColumnMapping): void {
    const pairs = Object.entries(columns).map(
      ([field, column]) => `${field} = ${[column].flat().map(quoted).join(' + ')}`,
    );
    this.say(`Membaca ${path.basename(file)} sebagai ${format}: ${pairs.join(', ')}`);
    if (this.isJson || !this.streams.stderr.isTTY) return;
    this.bar.start(this.total, 0);
    this.isRunning = true;
  }

  stored(rows: number): void {
    if (this.isRunning) this.bar.update(rows);
  }

  /** The first rows of a trial, as they would stand in the inbox. */
  previewed(rows: readonly RowPreview[]): void {
    this.stopBar();
    if (this.isJson) return;
    for (const { id, sentAt, author, text } of rows) {
      this.streams.stdout.write(`  [${id}] ${sentAt} ${author}: ${text}\n`);
    }
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
    const { rows, stored, changed, alreadyThere, unreadable, quarantine, isBalanced } = summary;
    const lines = [
      isBalanced === null
        ? `Percobaan: ${rows} baris dibaca, ${unreadable} tidak terbaca, tidak ada yang disimpan.`
        : `${rows} baris: ${stored} baru, ${changed} berubah, ${alreadyThere} sudah ada, ${unreadable} tidak terbaca.`,
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

function quoted(column: string): string {
  return `"${column}"`;
}
