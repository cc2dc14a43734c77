import { HttpException } from '@nestjs/common';
import type { Problem } from '@app/api-contract';
import { isDatabaseUnavailable } from '@app/database';
import {
  isProblemCode,
  problemBody,
  ProblemError,
  statusBody,
  type FieldProblem,
  type ProblemCode,
  type ProblemDetails,
} from './problem.js';

export interface Failure {
  readonly problem: Problem;
  readonly retryAfterSeconds?: number | undefined;
  /** Ours to mend, so it is logged. */
  readonly isUnexpected: boolean;
}

const DATABASE_RETRY_SECONDS = 5;
const CODE_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  413: 'body-too-large',
  415: 'unsupported-media-type',
};

/** What an error of any kind is answered with. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof ProblemError) return expected(error.code, error.details);
  if (isRefusal(error)) {
    const { message: detail, errors, retryAfterSeconds } = error;
    return expected(error.code, { detail, errors, retryAfterSeconds });
  }
  if (isDatabaseUnavailable(error)) {
    return {
      problem: problemBody('database-unavailable'),
      retryAfterSeconds: DATABASE_RETRY_SECONDS,
      isUnexpected: true,
    };
  }
  const status = statusOf(error);
  if (status === null || status === 500) return { problem: problemBody('internal'), isUnexpected: true };
  const code = CODE_OF_STATUS[status];
  return { problem: code ? problemBody(code) : statusBody(status), isUnexpected: status > 500 };
}

function expected(code: ProblemCode, details: ProblemDetails): Failure {
  return {
    problem: problemBody(code, details),
    retryAfterSeconds: details.retryAfterSeconds,
    isUnexpected: false,
  };
}

/** An expected refusal of a feature: any error whose `code` is one of ours. */
interface Refusal extends Error {
  readonly code: ProblemCode;
  readonly errors?: readonly FieldProblem[];
  readonly retryAfterSeconds?: number;
}

function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'code' in error && isProblemCode(error.code);
}

/** Nest puts it behind a method, Fastify into a property. */
function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : null;
  return typeof status === 'number' && status >= 400 && status <= 599 ? status : null;
}
