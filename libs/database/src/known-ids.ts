/**
 * A join that gives, for a column of ids, `known.id`: the id itself, and what stands in its place once it was erased. Two
 * rows that are looked up by equality: a condition with two sides would read the whole table.
 */
export const knownIds = (column: string): string =>
  `cross join lateral (values (${column}), (erased_id(${column}))) as known (id)`;
