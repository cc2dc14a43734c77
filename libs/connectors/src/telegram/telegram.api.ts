import {
  ConnectorError,
  type ConnectorContext,
  type HttpResponse,
  type OutboundFile,
} from '@app/connector-kit';
import { z } from 'zod';
import {
  explainRefusal,
  readRefusal,
  type TelegramOperation,
  type TelegramRefusal,
} from './telegram.errors.js';
import { multipartOf } from './telegram.reply-files.js';
import type { TelegramSettings } from './telegram.settings.js';

export type TelegramContext = ConnectorContext<TelegramSettings>;

export type TelegramAnswer<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly status: number; readonly refusal: TelegramRefusal };

interface CallOptions {
  readonly operation: TelegramOperation;
  /** Milliseconds; the client's default when absent. */
  readonly timeoutMs?: number;
  /** With them the parameters travel as a form. */
  readonly files?: Readonly<Record<string, OutboundFile>>;
}

/**
 * Calls a method of the Bot API and reads its result, leaving a refusal to the caller. The token is a part of the
 * path, which the HTTP client keeps out of its errors.
 * @throws ConnectorError when there is no answer, or none that can be read
 */
export async function askTelegram<Schema extends z.ZodType>(
  context: TelegramContext,
  method: string,
  parameters: Readonly<Record<string, unknown>>,
  schema: Schema,
  { operation, timeoutMs, files = {} }: CallOptions,
): Promise<TelegramAnswer<z.infer<Schema>>> {
  const { apiRoot, botToken } = context.settings;
  const url = `${apiRoot.replace(/\/+$/, '')}/bot${botToken}/${method}`;
  const response = await context.http
    .request({
      method: 'POST',
      url,
      ...(Object.keys(files).length > 0 ? await multipartOf({ parameters, files }) : { body: parameters }),
      signal: context.signal,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    })
    .catch((error: unknown) => {
      throw repeatable(error, operation);
    });
  const body = jsonOf(response);
  if (response.status !== 200 || body?.ok !== true) {
    if (response.status === 200 && body?.ok !== false) throw notTelegram(operation);
    return { ok: false, status: response.status, refusal: readRefusal(body) };
  }
  const result = schema.safeParse(body.result);
  if (!result.success) throw notTelegram(operation);
  return { ok: true, result: result.data };
}

/** As {@link askTelegram}, with a refusal thrown as the ConnectorError that it means. */
export async function callTelegram<Schema extends z.ZodType>(
  context: TelegramContext,
  method: string,
  parameters: Readonly<Record<string, unknown>>,
  schema: Schema,
  options: CallOptions = { operation: 'read' },
): Promise<z.infer<Schema>> {
  const answer = await askTelegram(context, method, parameters, schema, options);
  if (answer.ok) return answer.result;
  throw explainRefusal(answer.status, answer.refusal, options.operation, context.now());
}

/** Parameters travel in the body of a POST, so the client must assume the worst of a time-out; we know better. */
function repeatable(error: unknown, operation: TelegramOperation): unknown {
  if (operation === 'send' || !(error instanceof ConnectorError) || error.code !== 'outcome-unknown')
    return error;
  return new ConnectorError('transient', error.message);
}

function jsonOf(response: HttpResponse): { ok?: unknown; result?: unknown } | undefined {
  try {
    const body = response.json();
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}

function notTelegram(operation: TelegramOperation): ConnectorError {
  return operation === 'send'
    ? new ConnectorError(
        'outcome-unknown',
        'The answer did not come from Telegram; the citizen may have the reply',
      )
    : new ConnectorError(
        'payload-unrecognised',
        'The answer did not come from Telegram: is a proxy in between?',
      );
}
