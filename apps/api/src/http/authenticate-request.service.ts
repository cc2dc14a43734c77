import { Injectable } from '@nestjs/common';
import { ResolveApiTokenService, ResolveSessionService, type Actor } from '@app/accounts';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem.js';
import { sessionCookieOf } from './session-cookie.js';

const BEARER = /^bearer +(\S+)$/i;

/** Finds out who makes a request: a Bearer token, or else the session cookie. */
@Injectable()
export class AuthenticateRequestService {
  constructor(
    private readonly sessions: ResolveSessionService,
    private readonly tokens: ResolveApiTokenService,
  ) {}

  /**
   * @param options.isUse false: does not prolong the session
   * @throws ProblemError `unauthenticated`
   */
  async authenticate(
    request: FastifyRequest,
    options: { readonly isUse: boolean } = { isUse: true },
  ): Promise<{ readonly actor: Actor; readonly isByCookie: boolean }> {
    const { authorization } = request.headers;
    const isByCookie = authorization === undefined;
    const credential = isByCookie ? sessionCookieOf(request) : BEARER.exec(authorization)?.[1];
    if (credential === undefined) throw new ProblemError('unauthenticated');
    const actor = isByCookie
      ? await this.sessions.resolve(credential, options)
      : await this.tokens.resolve(credential);
    if (!actor) throw new ProblemError('unauthenticated');
    return { actor, isByCookie };
  }
}
