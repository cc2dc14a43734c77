import type { Problem } from '@app/api-contract';

/** A refusal of the server (RFC 9457), or `network` with status 0 when there was no answer at all. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: Readonly<Record<string, string>>;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ApiProblem';
    this.code = problem.code;
    this.status = problem.status;
    this.fields = Object.fromEntries((problem.errors ?? []).map(({ field, message }) => [field, message]));
  }
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof ApiProblem && error.code === code;
}
