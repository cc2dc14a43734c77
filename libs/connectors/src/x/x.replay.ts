import { bytesOf, recordedBodies, type RecordedFile, type ReplayStep } from '@app/connector-kit';

/** Deliveries of the Activity API and its predecessor; a list of example answers is nothing that X delivers. */
export function replayX(file: RecordedFile): readonly ReplayStep[] {
  return recordedBodies(file).map((body): ReplayStep =>
    Array.isArray(body)
      ? { by: 'nobody', reason: 'A list of answers to requests, not a delivery' }
      : { by: 'webhook', body: bytesOf(body) },
  );
}
