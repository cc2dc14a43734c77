/** An expected refusal; `code` is what the API answers. */
export class MediaError extends Error {
  constructor(
    readonly code: 'not-found' | 'attachment-not-open',
    message: string,
  ) {
    super(message);
  }
}

/** Bytes that are not kept. */
export class FileRefusedError extends Error {
  constructor(
    readonly refusal: 'too-large' | 'type-not-allowed',
    message: string,
  ) {
    super(message);
  }
}
