import path from 'node:path';
import { z } from 'zod';

/** Every variable that Wadah reads; see docs/operations.md. Each app takes the part it needs. */
const environmentSchema = z.object({
  /** An existing PostgreSQL (15 or newer); without it `wadah start` runs the embedded one. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** With it BullMQ keeps its jobs in Redis; without it in PostgreSQL. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  HOST: z.string().default('127.0.0.1'),
  /** 0 picks a free port; when not set, 3000 or the next free one. */
  PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  /** The address that citizens and platforms reach us at, for links and webhooks. */
  WADAH_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Data of the embedded server, generated keys. */
  WADAH_DATA_DIR: z.string().default('.wadah'),
  /** 32 bytes in base64 or hex; when not set, made once and kept in the data folder with mode 0600. */
  WADAH_SECRET_KEY: z.string().optional(),
  WADAH_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  /** IANA zone for clocks and dates on screens. */
  WADAH_TIME_ZONE: z.string().default('Asia/Makassar'),
  /** Behind a reverse proxy: believe X-Forwarded-For and -Proto. */
  WADAH_TRUST_PROXY: z.stringbool().default(false),
  /** Connections may use private and loopback addresses (self-hosted platforms, tests). */
  WADAH_ALLOW_PRIVATE_ADDRESSES: z.stringbool().default(false),
  /** Address of the worker's health and metrics page; 0 picks a free port. */
  WADAH_WORKER_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
});

export type Environment = z.infer<typeof environmentSchema>;

/** Bad settings: names the variables and what is expected, never their values. */
export class EnvironmentError extends Error {}

/** @throws EnvironmentError */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const result = environmentSchema.safeParse(given);
  if (result.success) {
    return { ...result.data, WADAH_DATA_DIR: path.resolve(result.data.WADAH_DATA_DIR) };
  }
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new EnvironmentError(`Wrong environment variables:\n  ${problems.join('\n  ')}`);
}

/** The environment a child process of `wadah start` gets: ours plus what was found out at start. */
export function childEnvironment(found: Partial<Record<keyof Environment, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...found };
}
