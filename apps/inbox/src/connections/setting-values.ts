import type { SettingField } from '@app/api-contract';

/** What stands in the form, by field. */
export type SettingValues = Readonly<Record<string, string | boolean>>;

/** What the form begins with: what is saved, or else the defaults. Secrets never come back. */
export function initialValues(
  fields: readonly SettingField[],
  saved: Readonly<Record<string, unknown>> = {},
): SettingValues {
  return Object.fromEntries(
    fields.map(({ name, kind, default: preset }) => {
      const value = saved[name] ?? preset;
      if (kind === 'boolean') return [name, value === true];
      return [name, kind === 'secret' || value === undefined || value === null ? '' : String(value)];
    }),
  );
}

/** As the API takes it: numbers as numbers, what is empty left out. */
export function settingsOf(fields: readonly SettingField[], values: SettingValues): Record<string, unknown> {
  const entries = fields.flatMap(({ name, kind }): [string, unknown][] => {
    const value = values[name];
    if (typeof value === 'boolean') return [[name, value]];
    const text = value?.trim() ?? '';
    if (text === '') return [];
    return [[name, kind === 'number' ? Number(text.replace(',', '.')) : text]];
  });
  return Object.fromEntries(entries);
}

/** Fields that a person must still mend, before anything is sent. */
export function fieldProblems(
  fields: readonly SettingField[],
  values: SettingValues,
  secretsSet: Readonly<Record<string, boolean>> = {},
): Record<string, 'required' | 'numberExpected'> {
  const problems: Record<string, 'required' | 'numberExpected'> = {};
  for (const { name, kind, isRequired } of fields) {
    const value = values[name];
    if (typeof value === 'boolean') continue;
    const text = value?.trim() ?? '';
    if (text === '') {
      if (isRequired && !secretsSet[name]) problems[name] = 'required';
    } else if (kind === 'number' && Number.isNaN(Number(text.replace(',', '.')))) {
      problems[name] = 'numberExpected';
    }
  }
  return problems;
}
