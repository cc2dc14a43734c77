/** An expected refusal; `code` is what the API answers. */
export class ReplyError extends Error {
  constructor(
    readonly code:
      | 'not-found'
      | 'report-changed'
      | 'reply-not-allowed'
      | 'reply-too-long'
      | 'reply-not-open'
      | 'reply-choice-invalid'
      | 'file-too-large'
      | 'file-type-not-allowed'
      | 'channel-unavailable',
    message: string,
  ) {
    super(message);
  }
}
