/** An expected refusal; `code` is stable. */
export class LearningError extends Error {
  constructor(
    readonly code:
      | 'not-found'
      | 'training-under-way'
      | 'too-few-corrections'
      | 'candidate-not-ready'
      | 'candidate-worse'
      | 'model-not-kept',
    message: string,
  ) {
    super(message);
    this.name = 'LearningError';
  }
}
