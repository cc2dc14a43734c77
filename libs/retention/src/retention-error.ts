/** An expected refusal; `code` is what the API answers. */
export class RetentionError extends Error {
  constructor(
    readonly code: 'not-found' | 'raw-events-outlive' | 'retention-under-way',
    message: string,
  ) {
    super(message);
  }
}
