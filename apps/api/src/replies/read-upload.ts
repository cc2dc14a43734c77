import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../http/problem.js';
import { readBounded } from '../http/read-bounded.js';

/**
 * The bytes of an upload, which the body parser has left unread.
 * @throws ProblemError `file-too-large` as soon as there are more than `maxBytes`; the rest is not read
 */
export async function readUpload(request: FastifyRequest, maxBytes: number): Promise<Buffer> {
  const stream = request.body as Readable | undefined;
  if (!stream || typeof stream[Symbol.asyncIterator] !== 'function') {
    throw new ProblemError('unsupported-media-type', { detail: 'Send the file as application/octet-stream' });
  }
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const body = await readBounded(stream, maxBytes);
  if (body === null) throw tooLarge(maxBytes);
  return body;
}

function tooLarge(maxBytes: number): ProblemError {
  return new ProblemError('file-too-large', {
    detail: `Files of up to ${maxBytes / 1_000_000} MB are taken`,
  });
}
