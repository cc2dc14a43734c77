/** Paths of keys that `given` has and `parsed` has lost, e.g. `items.0.passwordHash`. */
export function unknownKeys(given: unknown, parsed: unknown, path = ''): string[] {
  if (!isTree(given) || !isTree(parsed)) return [];
  return Object.entries(given).flatMap(([key, value]) => {
    const place = path === '' ? key : `${path}.${key}`;
    if (value === undefined) return [];
    return key in parsed ? unknownKeys(value, (parsed as Record<string, unknown>)[key], place) : [place];
  });
}

function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
