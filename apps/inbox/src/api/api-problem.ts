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

/** There was no answer at all. */
export const unreachable = (): ApiProblem =>
  new ApiProblem({ type: 'about:blank', title: 'Network unreachable', status: 0, code: 'network' });
