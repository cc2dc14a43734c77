import { createHash } from 'node:crypto';

/** One event as the platform gave it, before it is stored. */
export type ParsedEvent =
  | {
      readonly status: 'readable';
      /** The connector's own word, e.g. `update`, `post`, `submission`. With the id it makes the event unique. */
      readonly kind: string;
      readonly externalId: string;
      /** Events of one conversation are handled in order, on one worker. */
      readonly conversationKey: string;
      readonly payload: unknown;
    }
  | {
      /** Could not even be told apart: stored as it is and quarantined with the reason. */
      readonly status: 'unreadable';
      readonly bytes: Buffer;
      readonly reason: string;
    };

/** A stored event, as `normalise` gets it. */
export interface RawEvent {
  readonly kind: string;
  readonly externalId: string;
  readonly payload: unknown;
  readonly receivedAt: Date;
}

/** The id of something that the platform gave without one: the same bytes are the same event. */
export function contentId(bytes: Buffer | string): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
