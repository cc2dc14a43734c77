import { Busboy } from '@fastify/busboy';
import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { ProblemError } from '../http/problem.js';
import { fieldsOf } from './submitted-fields.js';

/** What a citizen's browser sent. */
export interface SubmittedForm {
  readonly fields: Record<string, string>;
  /** Values of the boxes named `removePhoto` that were ticked. */
  readonly removed: readonly string[];
  readonly files: readonly SubmittedFile[];
}

export interface SubmittedFile {
  readonly fileName: string;
  /** Null: larger than `maxBytes`, and not kept. */
  readonly body: Buffer | null;
}

const MAX_FIELDS = 60;
const MAX_FIELD_BYTES = 512 * 1024;
/** Nobody sends so much by a form. */
const MAX_TOTAL_BYTES = 200_000_000;
/** More than anybody would send: the others are counted, not read. */
const MAX_FILES = 20;

/**
 * Reads a form to its end, also one whose files are too large: what was typed must not be lost with them.
 * `request.body` holds the fields from then on, for the page that is shown when something breaks.
 * @param maxBytes of one file; 0: no file is kept
 */
export async function readForm(request: FastifyRequest, maxBytes: number): Promise<SubmittedForm> {
  const { body } = request;
  if (!isStream(body)) return { fields: fieldsOf(body), removed: listOf(body, 'removePhoto'), files: [] };
  const fields: Record<string, string> = {};
  const removed: string[] = [];
  const files: SubmittedFile[] = [];
  const reader = new Busboy({
    headers: request.headers as IncomingHttpHeaders & { 'content-type': string },
    limits: {
      fields: MAX_FIELDS,
      fieldSize: MAX_FIELD_BYTES,
      files: MAX_FILES,
      fileSize: Math.max(1, maxBytes),
    },
  });
  reader.on('field', (name, value) => {
    if (name === 'removePhoto') removed.push(value);
    else fields[name] ??= value;
  });
  reader.on('file', (_name, stream, fileName) => {
    const chunks: Buffer[] = [];
    let isTooLarge = maxBytes === 0;
    stream.on('limit', () => {
      isTooLarge = true;
      chunks.length = 0;
    });
    stream.on('data', (chunk: Buffer) => {
      if (!isTooLarge) chunks.push(chunk);
    });
    stream.on('end', () => {
      // A field for files that was left empty comes as one file without name and content.
      if (fileName || chunks.length > 0) {
        files.push({ fileName: fileName || 'foto', body: isTooLarge ? null : Buffer.concat(chunks) });
      }
    });
  });
  request.body = fields;
  await pipeline(body, bounded, reader);
  return { fields, removed, files };
}

async function* bounded(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const piece of source) {
    size += piece.length;
    if (size > MAX_TOTAL_BYTES) throw new ProblemError('body-too-large');
    yield piece;
  }
}

function isStream(body: unknown): body is Readable {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

function listOf(body: unknown, name: string): string[] {
  const value = typeof body === 'object' && body !== null && name in body && body[name as keyof typeof body];
  return [value].flat().filter((one) => typeof one === 'string');
}
