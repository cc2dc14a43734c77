/** Whether a text from outside names one of our own entries. */
export function isKeyOf<Entries extends object>(
  entries: Entries,
  key: string,
): key is Extract<keyof Entries, string> {
  return Object.hasOwn(entries, key);
}
