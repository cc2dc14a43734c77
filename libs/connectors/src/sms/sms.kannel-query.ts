/** A parameter's value as bytes: Kannel writes texts in whatever encoding they have. */
export type KannelQuery = ReadonlyMap<string, Buffer>;

/** Reads `a=1&b=%D8%3C` without assuming that bytes are UTF-8. Of a name that comes twice the first holds. */
export function readQuery(query: string): KannelQuery {
  const values = new Map<string, Buffer>();
  for (const pair of query.split('&')) {
    const [name = '', ...value] = pair.split('=');
    const key = bytesOf(name).toString('latin1');
    if (!values.has(key)) values.set(key, bytesOf(value.join('=')));
  }
  return values;
}

/** A parameter that is plain text; undefined when it is missing or empty. */
export function textOf(query: KannelQuery, name: string): string | undefined {
  return query.get(name)?.toString('utf8').trim() || undefined;
}

/** The same query without one parameter. */
export function withoutParameter(query: string, name: string): string {
  return query
    .split('&')
    .filter((pair) => pair !== '' && bytesOf(pair.split('=')[0] ?? '').toString('latin1') !== name)
    .join('&');
}

function bytesOf(encoded: string): Buffer {
  const binary = encoded
    .replaceAll('+', ' ')
    .replace(/%([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(binary, 'latin1');
}
