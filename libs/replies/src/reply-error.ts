/** An expected refusal; `code` is what the API answers. */
export class ReplyError extends Error {
  constructor(
    readonly code:
      | 'not-found'
      | 'report-changed'
      | 'reply-not-allowed'
      | 'reply-too-long'
      | 'reply-not-open'
      | 'approval-by-others'
      | 'reply-choice-invalid'
      | 'file-too-large'
      | 'file-type-not-allowed'
      | 'channel-unavailable'
      | 'personal-data',
    message: string,
    /** What exactly, where there is more to say. */
    readonly errors?: readonly { readonly field: string; readonly message: string }[],
  ) {
    super(message);
  }
}
