import type { Outcome } from './use-everything.js';
import { GONE } from './walk.js';

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ').slice(0, 80);

/** The list of controls as Markdown, and what is wrong with it. @returns whether all is well */
export function printTable({ used, faults }: Outcome, print: (line: string) => void): boolean {
  print('| screen | control | in | effect |\n| --- | --- | --- | --- |');
  for (const { screen, control, effect } of used) {
    const { role, name, layer } = control;
    const place = layer === 'frame' ? 'every page' : layer;
    print(`| ${screen} | ${role} “${cell(name)}” | ${cell(place)} | ${cell(effect ?? '**nothing**')} |`);
  }
  const count = (is: (effect: string | null) => boolean): number =>
    used.filter((one) => is(one.effect)).length;
  const dead = count((effect) => effect === null);
  print(
    `\n${used.length} controls; without effect ${dead}; not reached ${count((effect) => effect === GONE)}.`,
  );
  for (const fault of faults) print(`- fault: ${fault}`);
  return dead === 0 && faults.length === 0;
}
