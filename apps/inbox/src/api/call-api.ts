import type { Problem, ROUTES } from '@app/api-contract';
import type { z } from 'zod';
import { ApiProblem, unreachable } from './api-problem.js';
import { routes, type CalledRoute } from './routes.js';

type Contract = typeof ROUTES;
export type RouteBody<Name extends CalledRoute> = Contract[Name] extends {
  body: infer Body extends z.ZodType;
}
  ? z.input<Body>
  : undefined;
export type RouteAnswer<Name extends CalledRoute> = Contract[Name] extends {
  response: infer Answer extends z.ZodType;
}
  ? z.output<Answer>
  : undefined;

export interface Call<Name extends CalledRoute> {
  /** Fills the `{…}` parts of the path. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: URLSearchParams;
  readonly body?: RouteBody<Name>;
  readonly signal?: AbortSignal;
}

/** Calls a route of the contract. Every failure is an {@link ApiProblem}, a lost network included. */
export async function callApi<Name extends CalledRoute>(
  name: Name,
  call: Call<Name> = {},
): Promise<RouteAnswer<Name>> {
  const [method, path] = routes[name];
  const response = await send(method, addressOf(path, call), call);
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await readJson(response)) as RouteAnswer<Name>;
}

function addressOf(
  path: string,
  { params = {}, query }: Pick<Call<CalledRoute>, 'params' | 'query'>,
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
  const search = query?.toString();
  return `/api/v1${filled}${search ? `?${search}` : ''}`;
}

async function send(
  method: string,
  address: string,
  call: { body?: unknown; signal?: AbortSignal },
): Promise<Response> {
  const hasBody = call.body !== undefined;
  try {
    return await fetch(address, {
      method: method.toUpperCase(),
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(hasBody ? { 'content-type': 'application/json' } : {}) },
      body: hasBody ? JSON.stringify(call.body) : undefined,
      signal: call.signal,
    });
  } catch (error) {
    if (call.signal?.aborted) throw error;
    throw unreachable();
  }
}

/** A 202 may come without a body. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const fallback: Problem = {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    code: response.status === 401 ? 'unauthenticated' : `http-${response.status}`,
  };
  const body: unknown = await response.json().catch(() => null);
  const isProblem = typeof body === 'object' && body !== null && 'code' in body && 'title' in body;
  return new ApiProblem({ ...fallback, ...(isProblem ? (body as Problem) : {}), status: response.status });
}
