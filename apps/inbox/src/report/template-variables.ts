import { TEMPLATE_VARIABLES, type TemplateVariable } from '@app/report-model';

const MARK = /\{([a-z]+)\}/g;

/** Puts what is known into a template; what is not stays in braces, for the officer. */
export function fillVariables(
  text: string,
  values: Readonly<Partial<Record<TemplateVariable, string | null | undefined>>>,
): string {
  return text.replace(MARK, (mark, name: string) => {
    const variable = TEMPLATE_VARIABLES.find((one) => one === name);
    return (variable && values[variable]) || mark;
  });
}

/** The marks that nobody has filled in yet. */
export function unfilledMarks(text: string): string[] {
  const marks = [...text.matchAll(MARK)].filter(([, name]) => TEMPLATE_VARIABLES.some((one) => one === name));
  return [...new Set(marks.map(([mark]) => mark))];
}
