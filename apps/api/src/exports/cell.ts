/** A value of a table that becomes a file. Dates are instants. */
export type Cell = string | number | Date | null;

export interface Table {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}
