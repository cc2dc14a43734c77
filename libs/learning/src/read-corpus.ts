import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { REPORT_CLASSES } from '@app/report-model';
import type { TrainingExample } from '@app/triage';
import { z } from 'zod';

const flag = z.boolean().optional();
const rowSchema = z.object({
  text: z.string(),
  label: z.enum(REPORT_CLASSES),
  supervisory: flag,
  publicRecord: flag,
  urgent: flag,
});

/**
 * Every text of a corpus folder, each file a theme.
 * @throws Error naming file and line of a row that cannot be read
 */
export function readCorpus(folder: string): TrainingExample[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return files.toSorted().flatMap((name) =>
    readFileSync(path.join(folder, name), 'utf8')
      .split('\n')
      .flatMap((line, index): TrainingExample[] => {
        if (line.trim() === '') return [];
        return [{ ...parsed(line, `${name}, line ${index + 1}`), theme: name }];
      }),
  );
}

function parsed(line: string, where: string): TrainingExample {
  try {
    const { text, label, ...flags } = rowSchema.parse(JSON.parse(line));
    return {
      text,
      label,
      ...Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined)),
    };
  } catch (error) {
    throw new Error(`The corpus cannot be read: ${where}`, { cause: error });
  }
}
