const QUOTE = 0x22;
const CANDIDATES = [',', ';', '\t', '|'];

/**
 * Whether a line of a CSV file ends within a quoted field, so that the record goes on in the next line. Works on bytes:
 * in UTF-8 no part of a longer character looks like a quote or a delimiter.
 * @param startsInside whether the line before ended within one
 */
export function endsInsideQuotes(line: Buffer, delimiter: string, startsInside: boolean): boolean {
  const separator = delimiter.charCodeAt(0);
  let isInside = startsInside;
  let isAtFieldStart = !startsInside;
  for (let i = 0; i < line.length; i++) {
    const byte = line[i];
    if (isInside) {
      if (byte !== QUOTE) continue;
      if (line[i + 1] === QUOTE) i++;
      else isInside = false;
    } else if (byte === QUOTE && isAtFieldStart) {
      isInside = true;
      isAtFieldStart = false;
    } else {
      isAtFieldStart = byte === separator;
    }
  }
  return isInside;
}

/** The separator that stands most often in the header line, outside quotes. */
export function findDelimiter(header: Buffer): string {
  const bare = header.toString('latin1').replace(/"(?:[^"]|"")*"/g, '');
  const counts = CANDIDATES.map((candidate) => bare.split(candidate).length);
  return CANDIDATES[counts.indexOf(Math.max(...counts))] ?? ',';
}
