import { createReadStream } from 'node:fs';
import type { TopicReport, TopicRow } from '@app/triage';
import { z } from 'zod';
import { splitLines } from '../classify/split-lines.js';
import { readRows, type ReadFile } from './read-rows.js';

const text = z.string({ error: 'harus berupa teks' });
const topicRowSchema = z
  .object({ text, topic: text }, { error: 'bukan objek JSON' })
  .transform(({ text, topic }): TopicRow => ({ text, topic }));

/** What the first row is labelled with; what the others hold is checked when they are read. */
export async function labelsOf(
  file: string,
): Promise<{ readonly hasClass: boolean; readonly hasTopic: boolean }> {
  for await (const lines of splitLines(createReadStream(file))) {
    const first = lines.find(({ text: line }) => line?.trim() !== '')?.text ?? '';
    const hasTopic = /"topic"\s*:/.test(first);
    return { hasTopic, hasClass: !hasTopic || /"label"\s*:/.test(first) };
  }
  return { hasClass: true, hasTopic: false };
}

export function readTopicRows(file: string): Promise<ReadFile<TopicRow>> {
  return readRows(file, topicRowSchema);
}

/** As text for a terminal. */
export function printTopicReport({ rows, leftOut, macroF1, accuracy, groups }: TopicReport): string {
  const lines = Object.entries(groups).map(([group, { precision, recall, f1, support }]) => {
    const figures = [precision, recall, f1].map((figure) => figure.toFixed(3)).join('  ');
    return `${group.padEnd(28)}  ${figures}  ${String(support).padStart(6)}`;
  });
  return [
    `Topik: ${rows} baris, ${leftOut} tidak dihitung (kewilayahan, lainnya)`,
    `${'kelompok'.padEnd(28)}  presisi recall F1     jumlah`,
    ...lines,
    `macro-F1 ${macroF1.toFixed(3)}  akurasi ${accuracy.toFixed(3)}`,
    '',
  ].join('\n');
}
