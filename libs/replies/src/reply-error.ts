/** An expected refusal; `code` is what the API answers. */
export class ReplyError extends Error {
  constructor(
    readonly code: 'not-found' | 'report-changed' | 'reply-not-allowed' | 'reply-too-long' | 'reply-not-open',
    message: string,
  ) {
    super(message);
  }
}
