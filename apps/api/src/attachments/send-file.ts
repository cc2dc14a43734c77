import { isShowable, type ByteRange } from '@app/media';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';

export interface FileToSend {
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly fileName: string | null;
  /** With its quotes. */
  readonly etag: string;
}

/** What a stranger sent must not run in our page: no scripts, no frames, no guessing of types. */
const SANDBOX = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

/** Sends a file of a citizen: whole, in part (players ask for ranges), or "not modified". */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: FileToSend,
  open: (range?: ByteRange) => Readable,
): Promise<void> {
  void reply
    .header('etag', file.etag)
    // Asked again each time: a file may be erased, and a person lose the right to see it.
    .header('cache-control', 'private, no-cache')
    .header('content-security-policy', SANDBOX)
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('content-disposition', disposition(file))
    .header('accept-ranges', 'bytes');
  if (request.headers['if-none-match']?.includes(file.etag)) return reply.status(304).send();
  void reply.header('content-type', file.mimeType);
  const range = rangeOf(request.headers.range, file.sizeBytes);
  if (range === 'unsatisfiable') {
    return reply.status(416).header('content-range', `bytes */${file.sizeBytes}`).send();
  }
  if (!range) return reply.status(200).header('content-length', file.sizeBytes).send(open());
  return reply
    .status(206)
    .header('content-range', `bytes ${range.start}-${range.end}/${file.sizeBytes}`)
    .header('content-length', range.end - range.start + 1)
    .send(open(range));
}

/** One range, as players ask; several or nonsense are answered with the whole file. */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [, first = '', last = ''] = parts ?? [];
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end || start >= size ? 'unsatisfiable' : { start, end };
}

/** RFC 6266: a plain name for old programs, the whole one for the others. */
export function disposition({ mimeType, fileName }: Pick<FileToSend, 'mimeType' | 'fileName'>): string {
  const kind = isShowable(mimeType) ? 'inline' : 'attachment';
  if (!fileName) return kind;
  const name = fileName.toWellFormed().replace(/[\p{Cc}/\\]/gu, '_');
  const plain = name.replace(/[^\x20-\x7e]|["%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
