import { applyDecorators, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import type { Route } from '@app/api-contract';
import type { z } from 'zod';
import { Access } from './access.decorator.js';

export const CONTRACT_ROUTE = 'wadah:route';
export const API_PREFIX = '/api/v1';

/** What the handler of a route gets as `@Body()`. */
export type BodyOf<R extends Route> = R extends { readonly body: infer Body extends z.ZodType }
  ? z.output<Body>
  : never;
/** What the handler of a route gets as `@Query()`. */
export type QueryOf<R extends Route> = R extends { readonly query: infer Query extends z.ZodType }
  ? z.output<Query>
  : never;
/** What the handler of a route returns. */
export type AnswerOf<R extends Route> = R extends { readonly response: infer Answer extends z.ZodType }
  ? z.input<Answer>
  : void;

const METHODS = {
  get: RequestMethod.GET,
  post: RequestMethod.POST,
  patch: RequestMethod.PATCH,
  delete: RequestMethod.DELETE,
} as const;

/**
 * Makes a method the handler of a contract route: method, path, access, status, and the schemas that `@Body()`,
 * `@Query()` and the answer are checked with. A handler whose return type is not the contract's does not compile.
 *
 * @example
 * ⁣@ApiRoute(ROUTES.changeUser)
 * changeUser(@Param('id', { schema: idSchema }) id: string, @Body() change: BodyOf<typeof ROUTES.changeUser>) { … }
 */
export function ApiRoute<R extends Route>(route: R) {
  return <Handler extends (...args: never[]) => AnswerOf<R> | Promise<AnswerOf<R>>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<Handler>,
  ): void => {
    setParameterSchema(target, key, RouteParamtypes.BODY, route.body);
    setParameterSchema(target, key, RouteParamtypes.QUERY, route.query);
    applyDecorators(
      RequestMapping({
        method: METHODS[route.method],
        path: API_PREFIX + route.path.replace(/\{(\w+)\}/g, ':$1'),
      }),
      HttpCode(route.status ?? (route.response ? 200 : 204)),
      Access(route.access),
      SetMetadata(CONTRACT_ROUTE, route),
    )(target, key, descriptor);
  };
}

/** Parameter decorators run before method decorators, so what `@Body()` noted is there already. */
function setParameterSchema(target: object, key: string, kind: RouteParamtypes, schema?: z.ZodType): void {
  const noted: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, target.constructor, key);
  const parameters = (noted ?? {}) as Record<string, Record<string, unknown>>;
  const names = Object.keys(parameters).filter((name) => name.startsWith(`${kind}:`));
  const [name] = names;
  if (names.length !== (schema ? 1 : 0) || (name && parameters[name]?.['data'] !== undefined)) {
    const expected = schema ? 'exactly one whole' : 'no';
    throw new Error(
      `${target.constructor.name}.${key} must take ${expected} @${kind === RouteParamtypes.BODY ? 'Body' : 'Query'}()`,
    );
  }
  if (!name || !schema) return;
  Reflect.defineMetadata(
    ROUTE_ARGS_METADATA,
    { ...parameters, [name]: { ...parameters[name], schema } },
    target.constructor,
    key,
  );
}
