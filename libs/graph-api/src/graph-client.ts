import { createHmac } from 'node:crypto';
import { ConnectorError, encodeForm, type HttpResponse } from '@app/connector-kit';
import { z } from 'zod';
import { explainRefusal, readRefusal, type GraphErrorRow, type GraphOperation } from './graph-errors.js';
import type { GraphContext } from './graph-settings.js';

export interface GraphRequest {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** Below the version: `<phone-number-id>/messages`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** An object goes as JSON, a form as multipart (uploads). */
  readonly body?: Record<string, unknown> | FormData;
  /** Default `read`. */
  readonly operation?: GraphOperation;
  /** Instead of the connection's, e.g. a Page's own or the app's. */
  readonly accessToken?: string;
  /** False where the host does not know `appsecret_proof`. */
  readonly hasProof?: boolean;
  /** The channel's own error codes, looked at before the common ones. */
  readonly errors?: readonly GraphErrorRow[];
  /** Milliseconds; the client's default when absent. */
  readonly timeoutMs?: number;
}

/**
 * Calls the Graph API. The token travels in a header; `appsecret_proof` shows that whoever calls also knows the app
 * secret, and lets Meta say when the two do not belong together.
 * @throws GraphError for an answer that is an error, ConnectorError when there is no answer that can be read
 */
export async function callGraph<Schema extends z.ZodType>(
  context: GraphContext,
  request: GraphRequest,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const { operation = 'read', errors = [] } = request;
  const response = await send(context, request, operation);
  const body = jsonOf(response);
  const isRefusal = typeof body === 'object' && body !== null && 'error' in body;
  if (response.status >= 400 || isRefusal) {
    const { status, headers } = response;
    throw explainRefusal({ status, headers, refusal: readRefusal(body) }, operation, context.now(), errors);
  }
  const result = schema.safeParse(body);
  if (!result.success) throw notMeta(operation);
  return result.data;
}

/** All items of a list, over all its pages (100 items each unless the query says otherwise). */
export async function listGraph<Schema extends z.ZodType>(
  context: GraphContext,
  request: GraphRequest,
  itemSchema: Schema,
): Promise<z.infer<Schema>[]> {
  const pageSchema = z.looseObject({
    data: z.array(itemSchema),
    paging: z
      .looseObject({ next: z.string().optional(), cursors: z.looseObject({ after: z.string() }).optional() })
      .optional(),
  });
  const items: z.infer<Schema>[] = [];
  let after: string | undefined;
  do {
    const query = { limit: '100', ...request.query, ...(after === undefined ? {} : { after }) };
    const { data, paging } = await callGraph(context, { ...request, query }, pageSchema);
    items.push(...data);
    // `next` is an address with the token in it: its cursor is enough. One that stands still would never end.
    const next = paging?.next === undefined ? undefined : paging.cursors?.after;
    after = next === after ? undefined : next;
  } while (after !== undefined);
  return items;
}

async function send(
  context: GraphContext,
  request: GraphRequest,
  operation: GraphOperation,
): Promise<HttpResponse> {
  const { settings, signal } = context;
  const token = request.accessToken ?? settings.accessToken;
  const query = new URLSearchParams(request.query);
  if (request.hasProof !== false) query.set('appsecret_proof', proofOf(token, settings.appSecret));
  const root = `${settings.apiRoot.replace(/\/+$/, '')}/${settings.apiVersion}`;
  const search = query.size > 0 ? `?${query.toString()}` : '';
  const { body, contentType } = await encoded(request.body);
  try {
    return await context.http.request({
      method: request.method ?? 'GET',
      url: `${root}/${request.path}${search}`,
      headers: {
        authorization: `Bearer ${token}`,
        ...(contentType === undefined ? {} : { 'content-type': contentType }),
      },
      signal,
      ...(body === undefined ? {} : { body }),
      ...(request.timeoutMs === undefined ? {} : { timeoutMs: request.timeoutMs }),
    });
  } catch (error) {
    throw repeatable(error, operation);
  }
}

async function encoded(body: GraphRequest['body']) {
  return body instanceof FormData ? encodeForm(body) : { body, contentType: undefined };
}

function proofOf(token: string, appSecret: string): string {
  return createHmac('sha256', appSecret).update(token).digest('hex');
}

/** The HTTP client must assume the worst of a POST that timed out; we know which of them may be repeated. */
function repeatable(error: unknown, operation: GraphOperation): unknown {
  if (operation === 'send' || !(error instanceof ConnectorError) || error.code !== 'outcome-unknown')
    return error;
  return new ConnectorError('transient', error.message);
}

function jsonOf(response: HttpResponse): unknown {
  try {
    return response.json();
  } catch {
    return undefined;
  }
}

function notMeta(operation: GraphOperation): ConnectorError {
  return operation === 'send'
    ? new ConnectorError(
        'outcome-unknown',
        'The answer did not come from Meta; the citizen may have the reply',
      )
    : new ConnectorError('payload-unrecognised', 'The answer did not come from Meta: is a proxy in between?');
}
