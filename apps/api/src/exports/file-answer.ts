import { Readable } from 'node:stream';
import type { ExportFormat } from '@app/api-contract';
import type { FastifyReply } from 'fastify';

const TYPES: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Answers with a file; one that comes in pieces is made while it is sent. */
export async function answerFile(
  reply: FastifyReply,
  format: ExportFormat,
  name: string,
  content: Buffer | AsyncIterable<string>,
): Promise<void> {
  await reply
    .status(200)
    .header('content-type', TYPES[format])
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(Buffer.isBuffer(content) ? content : Readable.from(content, { objectMode: false }));
}
