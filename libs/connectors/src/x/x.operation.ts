/** A read may be repeated at will; a post may be there although nobody could say so. */
export type XOperation = 'read' | 'post';

export const MAY_BE_POSTED =
  'The reply may have been posted: look at the conversation on x.com before sending it again';
