/** Longer ones fit no index, and no honest program makes them. */
const MAX_LENGTH = 300;

/** The Message-IDs of a header, in their order. */
export function messageIdsOf(values: readonly string[] | undefined): string[] {
  const found = (values ?? []).flatMap((value) => value.match(/<[^<>\s]+>/g) ?? []);
  return found.filter((id) => id.length <= MAX_LENGTH);
}
