import type { TemplateVariable } from '@app/api-contract';

/** As in the contract; a copy, so that its schemas stay out of the bundle. */
export const VARIABLES: readonly TemplateVariable[] = [
  'nama',
  'kode',
  'instansi',
  'kanal',
  'petugas',
  'organisasi',
  'tanggal',
];

const MARK = /\{([a-z]+)\}/g;

/** Puts what is known into a template; what is not stays in braces, for the officer. */
export function fillVariables(
  text: string,
  values: Readonly<Partial<Record<TemplateVariable, string | null | undefined>>>,
): string {
  return text.replace(MARK, (mark, name: string) => {
    const variable = VARIABLES.find((one) => one === name);
    return (variable && values[variable]) || mark;
  });
}

/** The marks that nobody has filled in yet. */
export function unfilledMarks(text: string): string[] {
  const marks = [...text.matchAll(MARK)].filter(([, name]) => VARIABLES.some((one) => one === name));
  return [...new Set(marks.map(([mark]) => mark))];
}
