import { SESSION_LIFETIME_MS } from '@app/accounts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiConfig } from '../api.config.js';

const NAME = 'wadah_session';

export function sessionCookieOf(request: FastifyRequest): string | undefined {
  return request.cookies[NAME];
}

export function setSessionCookie(reply: FastifyReply, token: string, config: ApiConfig): void {
  void reply.setCookie(NAME, token, { ...attributes(config), maxAge: SESSION_LIFETIME_MS / 1000 });
}

export function clearSessionCookie(reply: FastifyReply, config: ApiConfig): void {
  void reply.clearCookie(NAME, attributes(config));
}

function attributes(config: ApiConfig) {
  const isHttps = config.publicUrl?.startsWith('https:') ?? false;
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps } as const;
}
