/** Reads a stream whole. @returns null as soon as there are more than `maxBytes`; the rest is not read */
export async function readBounded(stream: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.length;
    if (size > maxBytes) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces, size);
}
