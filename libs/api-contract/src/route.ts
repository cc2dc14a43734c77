import type { z } from 'zod';
import type { Problem } from './primitives.js';

/** Who may call a route. `anyone`: no session; `staff`: every signed-in person and every API token. */
export type RouteAccess = 'anyone' | 'staff' | 'officer' | 'admin';

export interface Route {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** Below `/api/v1`, with `{id}` parameters. */
  readonly path: string;
  readonly summary: string;
  readonly access: RouteAccess;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The body of the success answer; absent: 204. */
  readonly response?: z.ZodType;
  /** The request carries a file as `application/octet-stream`, not JSON. */
  readonly takesFile?: true;
  /** The success answer is a file, not JSON. */
  readonly isFile?: true;
  readonly status?: 200 | 201 | 202 | 204;
  /** Stable problem codes beyond `validation`, `unauthenticated`, `forbidden`, `not-found`. */
  readonly problems?: readonly Problem['code'][];
}
