import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@app/api-contract';
import { map, type Observable } from 'rxjs';
import { ApiConfig } from '../api.config.js';
import { CONTRACT_ROUTE } from './route.decorator.js';
import { unknownKeys } from './unknown-keys.js';

/** An answer that is not the contract's: our mistake, so it is answered with 500. */
export class ContractViolationError extends Error {
  override readonly name = 'ContractViolationError';
}

/** Only what the contract names leaves the house. */
@Injectable()
export class ContractAnswerInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly config: ApiConfig,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = this.reflector.get<Route | undefined>(CONTRACT_ROUTE, context.getHandler());
    if (!route) return next.handle();
    return next.handle().pipe(map((answer) => this.checked(route, answer)));
  }

  private checked(route: Route, answer: unknown): unknown {
    if (!route.response) return undefined;
    const result = route.response.safeParse(answer);
    if (!result.success) {
      const places = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
      throw new ContractViolationError(`${route.method} ${route.path} answers wrongly: ${places.join('; ')}`);
    }
    const extra = this.config.isStrict ? unknownKeys(answer, result.data) : [];
    if (extra.length > 0) {
      throw new ContractViolationError(`${route.method} ${route.path} answers with ${extra.join(', ')}`);
    }
    return result.data;
  }
}
