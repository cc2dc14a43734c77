import { recordedBodies, type RecordedFile, type ReplayStep } from '@app/connector-kit';
import { z } from 'zod';

/** A recorded call of Kannel's smsbox: its `rawUrl`, bytes escaped as they were. */
const callSchema = z.looseObject({ rawUrl: z.string().includes('?') });

export function replaySms(file: RecordedFile): readonly ReplayStep[] {
  return recordedBodies(file).map((body): ReplayStep => {
    const call = callSchema.safeParse(body);
    if (!call.success) return { by: 'nobody', reason: 'Not a whole call of Kannel' };
    const { rawUrl } = call.data;
    const rawQuery = rawUrl.slice(rawUrl.indexOf('?') + 1);
    return { by: 'webhook', method: 'GET', rawQuery, body: Buffer.alloc(0) };
  });
}
