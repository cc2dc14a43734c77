/**
 * Where the file of an attachment stands. `none`: there is no file (a shared contact); `pending`: not fetched yet;
 * `failed`: tried, and tried again by itself or by a person; `refused`: see {@link ATTACHMENT_REFUSALS}; `erased`:
 * removed with the message that its author deleted.
 */
export const ATTACHMENT_STATES = ['none', 'pending', 'stored', 'failed', 'refused', 'erased'] as const;
export type AttachmentState = (typeof ATTACHMENT_STATES)[number];

/** Why a file is not kept. `gone`: the platform no longer has it. */
export const ATTACHMENT_REFUSALS = ['too-large', 'type-not-allowed', 'gone'] as const;
export type AttachmentRefusal = (typeof ATTACHMENT_REFUSALS)[number];

/** What happens with a message that its author deletes on the platform. */
export const DELETION_RULES = ['hide', 'erase'] as const;
export type DeletionRule = (typeof DELETION_RULES)[number];
