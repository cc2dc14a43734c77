import { StringDecoder } from 'node:string_decoder';

export interface InputLine {
  /** From 1. */
  readonly number: number;
  /** Without its line end; null when longer than {@link MAX_LINE}. */
  readonly text: string | null;
}

/** UTF-16 units. Far above any message, and a file without line ends does not fill the memory. */
export const MAX_LINE = 4_000_000;

/**
 * Cuts a stream of bytes (UTF-8) or strings into lines, handing on together the lines that one chunk completes. Line
 * ends are \n or \r\n; a byte-order mark is dropped. Holds one chunk and one unfinished line at a time.
 */
export async function* splitLines(input: AsyncIterable<Buffer | string>): AsyncGenerator<InputLine[]> {
  const decoder = new StringDecoder('utf8');
  let number = 0;
  let rest = '';
  let isTooLong = false;
  const finish = (text: string): InputLine => {
    const line = isTooLong ? null : text.replace(/\r$/, '');
    isTooLong = false;
    number++;
    return { number, text: number === 1 && line !== null ? line.replace(/^\uFEFF/, '') : line };
  };
  for await (const chunk of input) {
    const parts = (typeof chunk === 'string' ? chunk : decoder.write(chunk)).split('\n');
    const lines: InputLine[] = [];
    parts.forEach((part, index) => {
      if (rest.length + part.length > MAX_LINE) isTooLong = true;
      rest = isTooLong ? '' : rest + part;
      if (index === parts.length - 1) return;
      lines.push(finish(rest));
      rest = '';
    });
    if (lines.length > 0) yield lines;
  }
  rest += decoder.end();
  if (rest !== '' || isTooLong) yield [finish(rest)];
}
