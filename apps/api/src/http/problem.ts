import { STATUS_CODES } from 'node:http';
import type { Problem, ROUTES, RouteName } from '@app/api-contract';

type ContractCode = {
  [Name in RouteName]: (typeof ROUTES)[Name] extends {
    readonly problems: readonly (infer Code extends string)[];
  }
    ? Code
    : never;
}[RouteName];

/** Codes that every route may answer. */
type GeneralCode =
  | 'validation'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'bad-request'
  | 'body-too-large'
  | 'unsupported-media-type'
  | 'cross-site-request'
  | 'database-unavailable'
  | 'internal';

/** Status and title of each code. A new code in the contract does not compile until it stands here. */
export const PROBLEMS: Readonly<
  Record<ContractCode | GeneralCode, readonly [status: number, title: string]>
> = {
  validation: [400, 'Some fields are wrong'],
  'bad-request': [400, 'The request cannot be read'],
  'cursor-invalid': [400, 'The cursor is not one of ours'],
  unauthenticated: [401, 'Sign in first'],
  'wrong-credentials': [401, 'The e-mail or the password is wrong'],
  'current-password-wrong': [403, 'The current password is wrong'],
  forbidden: [403, 'This is not allowed for your role'],
  'cross-site-request': [403, 'The request came from another site'],
  'not-found': [404, 'There is no such thing, or not for you'],
  'code-taken': [409, 'The code is taken'],
  'view-name-taken': [409, 'A view of this name is there already'],
  'short-name-taken': [409, 'An agency with this short name exists'],
  'email-taken': [409, 'A user with this e-mail exists'],
  'last-admin': [409, 'The last active admin stays an active admin'],
  'report-changed': [409, 'The report has changed since it was opened'],
  'nothing-to-undo': [409, 'There is nothing of yours to undo'],
  'incident-unchanged': [409, 'Nothing would change: joined already, or not joined'],
  'incident-on-legal-hold': [409, 'The incident is on legal hold'],
  'legal-hold-unchanged': [409, 'It is on legal hold already'],
  'changed-meanwhile': [409, 'Somebody else has saved something else meanwhile'],
  'raw-events-outlive': [409, 'Raw copies would outlive what is erased'],
  'retention-under-way': [409, 'A run is under way already'],
  'status-not-allowed': [409, 'The report cannot move to this status'],
  'reply-not-allowed': [409, 'This conversation cannot be answered now'],
  'personal-data': [409, 'Everybody could read personal data in this answer'],
  'entry-refused': [422, 'The entry cannot be taken'],
  'file-not-csv': [422, 'The file cannot be read as CSV'],
  'outline-not-usable': [422, 'The file cannot be the outline of the districts'],
  'reply-choice-invalid': [422, 'The answer cannot be sent in this way'],
  'file-too-large': [413, 'The file is too large'],
  'file-type-not-allowed': [415, 'Files of this type are not taken'],
  'channel-unavailable': [502, 'The channel did not answer'],
  'take-over-not-possible': [409, 'One channel cannot go on with the conversations of the other'],
  'connection-busy': [409, 'The connection is still handling messages'],
  'attachment-not-open': [409, 'There is nothing to fetch for this attachment'],
  'contact-not-mergeable': [409, 'These contacts cannot be merged or separated now'],
  'approval-by-others': [403, 'Somebody else has to look at this answer'],
  'reply-not-open': [409, 'Nothing is to be decided about this answer'],
  'too-few-corrections': [409, 'Too few decisions to learn from'],
  'training-under-way': [409, 'A model is being trained already'],
  'candidate-not-ready': [409, 'This model does not wait for a decision'],
  'candidate-worse': [409, 'A class would get worse by more than the margin'],
  'model-not-kept': [409, 'This model was never in force, or is not kept any more'],
  'link-expired': [410, 'The link was used or has expired'],
  'body-too-large': [413, 'The request is too large'],
  'unsupported-media-type': [415, 'The content type is not understood'],
  'reply-too-long': [422, 'The answer is too long for this channel'],
  'too-many-attempts': [429, 'Too many attempts'],
  internal: [500, 'Something went wrong on our side'],
  'database-unavailable': [503, 'The database is not available'],
};

export type ProblemCode = keyof typeof PROBLEMS;
export type FieldProblem = NonNullable<Problem['errors']>[number];

export interface ProblemDetails {
  /** One sentence for the caller, without secrets and personal data. */
  readonly detail?: string | undefined;
  readonly errors?: readonly FieldProblem[] | undefined;
  readonly retryAfterSeconds?: number | undefined;
}

/** Thrown by controllers and guards to answer with a problem. Features throw errors of their own with a `code`. */
export class ProblemError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(details.detail ?? PROBLEMS[code][1]);
    this.name = 'ProblemError';
  }
}

export function isProblemCode(code: unknown): code is ProblemCode {
  return typeof code === 'string' && Object.hasOwn(PROBLEMS, code);
}

export function problemBody(code: ProblemCode, details: ProblemDetails = {}): Problem {
  const [status, title] = PROBLEMS[code];
  return {
    type: `urn:wadah:problem:${code}`,
    title,
    status,
    code,
    ...(details.detail === undefined ? {} : { detail: details.detail }),
    ...(details.errors === undefined ? {} : { errors: [...details.errors] }),
  };
}

/** For statuses that frameworks answer with and that have no code of ours. */
export function statusBody(status: number): Problem {
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, code: `http-${status}` };
}
