import { ConnectorError, type ConnectorContext, type HttpRequest } from '@app/connector-kit';
import { z } from 'zod';
import { explainTiktokRefusal, notTiktok, type TiktokOperation } from './tiktok.errors.js';
import type { TiktokSettings } from './tiktok.settings.js';

export type TiktokContext = ConnectorContext<TiktokSettings>;

export interface TiktokRequest {
  readonly method?: 'GET' | 'POST';
  /** Below the API's address, with its slash at the end. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: NonNullable<HttpRequest['body']>;
  /** Default `read`. */
  readonly operation?: TiktokOperation;
}

const envelopeSchema = z.looseObject({
  code: z.number(),
  message: z.string().optional(),
  data: z.unknown().optional(),
});

/** One call; TikTok answers 200 to most refusals and tells them in the body. @throws ConnectorError */
export async function askTiktok<Schema extends z.ZodType>(
  context: TiktokContext,
  { method = 'GET', path, query, headers, body, operation = 'read' }: TiktokRequest,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const search = query ? `?${new URLSearchParams(query).toString()}` : '';
  const response = await context.http
    .request({
      method,
      url: `${context.settings.apiRoot.replace(/\/+$/, '')}/${path}${search}`,
      ...(headers ? { headers } : {}),
      ...(body === undefined ? {} : { body }),
      signal: context.signal,
    })
    .catch((error: unknown) => {
      const mayRepeat = operation === 'read' && error instanceof ConnectorError;
      throw mayRepeat && error.code === 'outcome-unknown'
        ? new ConnectorError('transient', error.message)
        : error;
    });
  const envelope = envelopeSchema.safeParse(jsonOf(() => response.json())).data;
  if (response.status >= 400 || (envelope && envelope.code !== 0)) {
    const refusal = { status: response.status, code: envelope?.code, message: envelope?.message };
    throw explainTiktokRefusal(refusal, operation, context.now());
  }
  const data = schema.safeParse(envelope?.data);
  if (!data.success) throw notTiktok(operation);
  return data.data;
}

function jsonOf(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}
