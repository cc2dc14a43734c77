import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard on every route that is not open to anyone. */
    actor?: Actor;
  }
}

/** The signed-in person or program: `@CurrentActor() actor: Actor`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!actor) throw new ProblemError('unauthenticated');
  return actor;
});
