/** An expected refusal; `code` is what the API answers. */
export class CaseworkError extends Error {
  constructor(
    readonly code:
      | 'not-found'
      | 'report-changed'
      | 'status-not-allowed'
      | 'forbidden'
      | 'cursor-invalid'
      | 'contact-not-mergeable'
      | 'nothing-to-undo'
      | 'incident-unchanged'
      | 'incident-on-legal-hold'
      | 'legal-hold-unchanged',
    message: string,
  ) {
    super(message);
  }
}
