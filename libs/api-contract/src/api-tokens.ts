import { z } from 'zod';
import { idSchema, instantSchema, roleSchema } from './primitives.js';
import type { Route } from './route.js';

export const apiTokenSchema = z
  .object({
    id: idSchema,
    /** What uses it. */
    name: z.string(),
    role: roleSchema,
    agencyId: idSchema.nullable(),
    /** Every change is refused. */
    isReadOnly: z.boolean(),
    createdAt: instantSchema,
    /** To the minute. */
    lastUsedAt: instantSchema.nullable(),
    /** `null`: works until it is revoked. */
    expiresAt: instantSchema.nullable(),
    revokedAt: instantSchema.nullable(),
  })
  .meta({ id: 'ApiToken' });
export type ApiToken = z.infer<typeof apiTokenSchema>;

const newApiTokenSchema = z
  .object({
    name: z.string().trim().min(2).max(100),
    role: roleSchema,
    agencyId: idSchema.nullable().default(null),
    isReadOnly: z.boolean().default(false),
    expiresAt: instantSchema.nullable().default(null),
  })
  .refine((token) => (token.role === 'agency-member') === (token.agencyId !== null), {
    path: ['agencyId'],
    message: 'Only an agency member has an agency, and must have one',
  });

/** Keys of other programs. A program cannot make or revoke them: these routes are for people. */
export const API_TOKEN_ROUTES = {
  listApiTokens: {
    method: 'get',
    path: '/api-tokens',
    summary: 'Tokens of other programs: those that work first',
    access: 'admin',
    response: z.array(apiTokenSchema),
  },
  createApiToken: {
    method: 'post',
    path: '/api-tokens',
    summary: 'Make a token; it is shown once',
    access: 'admin',
    body: newApiTokenSchema,
    response: z.object({ id: idSchema, token: z.string() }),
    status: 201,
  },
  revokeApiToken: {
    method: 'delete',
    path: '/api-tokens/{id}',
    summary: 'Revoke a token for good',
    access: 'admin',
  },
} as const satisfies Record<string, Route>;
