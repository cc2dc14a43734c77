/** A read or a set-up may be repeated at will; a post or a direct message may be there although nobody could say so. */
export type XOperation = 'read' | 'file' | 'set-up' | 'post' | 'dm';

export function isSending(operation: XOperation): boolean {
  return operation === 'post' || operation === 'dm';
}

export const MAY_BE_POSTED =
  'The reply may have been posted: look at the conversation on x.com before sending it again';
