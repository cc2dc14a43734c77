import { recordedBodies, type RecordedFile, type ReplayStep } from '@app/connector-kit';
import { z } from 'zod';

/** A recorded call of Kannel's smsbox: its `rawUrl`, bytes escaped as they were. */
const callSchema = z.looseObject({ rawUrl: z.string().includes('?') });
/** A call that was recorded for reading: nothing is escaped, and its last field is cut off. */
const readableSchema = z.looseObject({ decodedUrlTruncated: z.string().includes('?') });

export function replaySms(file: RecordedFile): readonly ReplayStep[] {
  return recordedBodies(file).map((body): ReplayStep => {
    const whole = callSchema.safeParse(body).data?.rawUrl;
    const readable = readableSchema.safeParse(body).data?.decodedUrlTruncated;
    const rawQuery = whole === undefined ? readable && escaped(queryOf(readable)) : queryOf(whole);
    if (!rawQuery) return { by: 'nobody', reason: 'Not a call of Kannel' };
    return { by: 'webhook', method: 'GET', rawQuery, body: Buffer.alloc(0) };
  });
}

function queryOf(url: string): string {
  return url.slice(url.indexOf('?') + 1);
}

function escaped(query: string): string {
  const fields = query.split('&').slice(0, -1);
  return fields.map((field) => field.split('=').map(encodeURIComponent).join('=')).join('&');
}
