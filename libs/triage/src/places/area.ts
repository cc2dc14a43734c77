export const AREA_LEVELS = ['province', 'regency', 'district', 'village'] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

/** One administrative area of Indonesia. */
export interface Area {
  /** Of the Ministry of Home Affairs: `64`, `64.08`, `64.08.04`, `64.08.04.2001`. */
  readonly code: string;
  readonly level: AreaLevel;
  readonly name: string;
}

/** The CSV files of `idn-area-data` (ODbL): lines of code, parent's code (not for provinces), name; with a heading. */
export type AreaFiles = Readonly<Record<AreaLevel, string>>;

/** A name that people use and no register has, with the codes of what it may mean. */
export interface PlaceAlias {
  readonly name: string;
  readonly codes: readonly string[];
}

export const levelOf = (code: string): AreaLevel => AREA_LEVELS[code.split('.').length - 1] ?? 'village';
/** Whether the area of `code` lies in the area of `within`, or is it. */
export const liesIn = (code: string, within: string): boolean =>
  code === within || code.startsWith(`${within}.`);
