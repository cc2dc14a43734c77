import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { RouteAccess } from '@app/api-contract';
import type { Role } from '@app/report-model';
import type { FastifyRequest } from 'fastify';
import { ApiConfig } from '../api.config.js';
import { ACCESS } from './access.decorator.js';
import { AuthenticateRequestService } from './authenticate-request.service.js';
import { ProblemError } from './problem.js';
import { requestSite } from './request-site.js';
import { CONTRACT_ROUTE } from './route.decorator.js';

/** An admin may what an officer may, an officer what everyone signed in may. */
const GRANTS: Readonly<Record<Role, readonly RouteAccess[]>> = {
  admin: ['staff', 'officer', 'admin'],
  officer: ['staff', 'officer'],
  'agency-member': ['staff'],
};
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Lets nobody through that the route's access does not name; stands before every handler. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: AuthenticateRequestService,
    private readonly config: ApiConfig,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ACCESS, places);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (access === undefined) throw new ProblemError('forbidden');
    if (access === 'anyone') {
      // Signing in from another site would put a person into a stranger's account.
      const isContractRoute = this.reflector.getAllAndOverride(CONTRACT_ROUTE, places) !== undefined;
      if (isContractRoute && this.siteOfUnsafe(request) === 'other')
        throw new ProblemError('cross-site-request');
      return true;
    }
    const { actor, isByCookie } = await this.authenticator.authenticate(request);
    if (isByCookie && this.siteOfUnsafe(request) !== 'same') throw new ProblemError('cross-site-request');
    if (!GRANTS[actor.role].includes(access)) throw new ProblemError('forbidden');
    if (actor.isReadOnly && !SAFE_METHODS.includes(request.method)) {
      throw new ProblemError('forbidden', { detail: 'This token may only read' });
    }
    request.actor = actor;
    return true;
  }

  private siteOfUnsafe(request: FastifyRequest) {
    return SAFE_METHODS.includes(request.method) ? 'same' : requestSite(request, this.config.publicUrl);
  }
}
