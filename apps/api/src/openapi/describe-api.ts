import { problemSchema, ROUTES, type Route, type RouteName } from '@app/api-contract';
import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { PROBLEMS, isProblemCode } from '../http/problem.js';
import { API_PREFIX } from '../http/route.decorator.js';

const FILE = { type: 'string', format: 'binary' } as const;

/** The OpenAPI document of every route in the contract. */
export function describeApi(version: string): ReturnType<typeof createDocument> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [name, route] of Object.entries(ROUTES) as [RouteName, Route][]) {
    (paths[API_PREFIX + route.path] ??= {})[route.method] = operation(name, route);
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Wadah',
      version,
      description: 'Problems follow RFC 9457; `code` is stable.',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'wadah_session' },
        token: { type: 'http', scheme: 'bearer', description: '`wdh_…`' },
      },
    },
    paths: paths as ZodOpenApiPathsObject,
  });
}

function operation(name: RouteName, route: Route): ZodOpenApiOperationObject {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter as string);
  const path = z.object(Object.fromEntries(names.map((parameter) => [parameter, z.string()])));
  return {
    operationId: name,
    summary: route.summary,
    description: `Access: ${route.access}`,
    tags: [route.path.split('/')[1] ?? ''],
    security: route.access === 'anyone' ? [] : [{ session: [] }, { token: [] }],
    requestParams: {
      ...(names.length > 0 ? { path } : {}),
      ...(route.query ? { query: route.query } : {}),
    },
    ...(route.takesFile
      ? { requestBody: { required: true, content: { 'application/octet-stream': { schema: FILE } } } }
      : {}),
    ...(route.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } }
      : {}),
    responses: responses(route),
  };
}

function responses(route: Route): ZodOpenApiResponsesObject {
  const status = String(route.status ?? (route.response ? 200 : 204)) as `${1 | 2 | 3 | 4 | 5}${string}`;
  const answers: ZodOpenApiResponsesObject = {
    [status]: {
      description: 'Done',
      ...(route.isFile ? { content: { '*/*': { schema: FILE } } } : {}),
      ...(route.response ? { content: { 'application/json': { schema: route.response } } } : {}),
    },
  };
  for (const [problemStatus, codes] of problemsByStatus(route)) {
    answers[problemStatus] = {
      description: codes.map((code) => `\`${code}\``).join(', '),
      content: { 'application/problem+json': { schema: problemSchema } },
    };
  }
  return answers;
}

function problemsByStatus(route: Route): Map<`4${string}`, string[]> {
  const codes = [
    ...(route.body || route.query ? ['validation'] : []),
    ...(route.access === 'anyone' ? [] : ['unauthenticated', 'forbidden']),
    ...(route.path.includes('{') ? ['not-found'] : []),
    ...(route.problems ?? []),
  ];
  const byStatus = new Map<`4${string}`, string[]>();
  for (const code of codes) {
    const status = String(isProblemCode(code) ? PROBLEMS[code][0] : 400) as `4${string}`;
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return byStatus;
}
