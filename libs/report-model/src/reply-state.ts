/**
 * The life of an answer. `unknown` means the platform may or may not have it (time-out after sending): a person
 * decides. `proposed` waits for a colleague's approval. `delivered` and `read` come from the platform where it tells.
 */
export const REPLY_STATES = [
  'queued',
  'sending',
  'sent',
  'delivered',
  'read',
  'failed',
  'unknown',
  'cancelled',
  'proposed',
] as const;
export type ReplyState = (typeof REPLY_STATES)[number];
