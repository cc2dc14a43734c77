export type AccountErrorCode =
  | 'wrong-credentials'
  | 'current-password-wrong'
  | 'too-many-attempts'
  | 'link-expired'
  | 'email-taken'
  | 'code-taken'
  | 'short-name-taken'
  | 'last-admin'
  | 'not-found'
  | 'validation';

/** An expected refusal. `code` is a problem code of the REST contract; `message` is safe to show. */
export class AccountError extends Error {
  constructor(
    readonly code: AccountErrorCode,
    message: string,
    readonly options: {
      readonly retryAfterSeconds?: number;
      readonly errors?: readonly { readonly field: string; readonly message: string }[];
    } = {},
  ) {
    super(message);
    this.name = 'AccountError';
  }

  get retryAfterSeconds(): number | undefined {
    return this.options.retryAfterSeconds;
  }

  /** Wrong fields, with `validation`. */
  get errors(): readonly { readonly field: string; readonly message: string }[] | undefined {
    return this.options.errors;
  }
}
