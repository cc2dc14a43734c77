/** What stands in braces in an answer template, e.g. `{nama}`, and is filled in from the report. */
export const TEMPLATE_VARIABLES = [
  'nama',
  'kode',
  'instansi',
  'kanal',
  'petugas',
  'organisasi',
  'tanggal',
] as const;
export type TemplateVariable = (typeof TEMPLATE_VARIABLES)[number];
