import { bytesOf, contentId, recordedBodies, type RecordedFile, type ReplayStep } from '@app/connector-kit';

/** Updates as they are; a bare message as the update that would have brought it. */
export function replayTelegram(file: RecordedFile): readonly ReplayStep[] {
  return recordedBodies(file).map((body): ReplayStep => {
    if (typeof body !== 'object' || body === null || Buffer.isBuffer(body)) {
      return { by: 'webhook', body: bytesOf(body) };
    }
    if ('ok' in body) return { by: 'nobody', reason: 'An answer of the Bot API, not an update' };
    if (!('message_id' in body) || 'update_id' in body) return { by: 'webhook', body: bytesOf(body) };
    const updateId = Number.parseInt(contentId(JSON.stringify(body)).slice(-8), 16);
    return { by: 'webhook', body: bytesOf({ update_id: updateId, message: body }) };
  });
}
