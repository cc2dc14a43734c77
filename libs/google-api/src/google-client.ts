import { ConnectorError, type HttpResponse, type RateRule } from '@app/connector-kit';
import type { z } from 'zod';
import { explainGoogleRefusal, notGoogle, type GoogleOperation } from './google-errors.js';
import type { GoogleContext } from './google-settings.js';
import { GoogleTokens } from './google-tokens.js';

export interface GoogleCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Behind the API's address, with its query. */
  readonly path: string;
  readonly body?: Record<string, unknown>;
  readonly operation: GoogleOperation;
  /** What the call counts against. */
  readonly pace: { readonly bucket: string; readonly rule: RateRule };
}

/** Calls as the connection's account. */
export class GoogleClient {
  private readonly tokens = new GoogleTokens();

  /** @throws ConnectorError for everything but an answer of this shape */
  async call<Schema extends z.ZodType>(
    context: GoogleContext,
    call: GoogleCall,
    schema: Schema,
  ): Promise<z.output<Schema>> {
    const response = await this.ask(context, call);
    if (response.status >= 400) throw explainGoogleRefusal(response, call.operation, context.now());
    const body = schema.safeParse(bodyOf(response));
    if (!body.success) throw notGoogle();
    return body.data;
  }

  /** A token may end before its time: then once more with a new one. Nothing was done with the old one. */
  private async ask(context: GoogleContext, call: GoogleCall): Promise<HttpResponse> {
    const response = await this.send(context, call);
    if (response.status !== 401) return response;
    this.tokens.forget(context);
    const again = await this.send(context, call);
    if (again.status === 401) this.tokens.forget(context);
    return again;
  }

  private async send(context: GoogleContext, call: GoogleCall): Promise<HttpResponse> {
    const { method, path, body, operation, pace } = call;
    const token = await this.tokens.get(context);
    await context.limits.take(pace.bucket, pace.rule);
    return context.http
      .request({
        method,
        url: `${context.settings.apiRoot.replace(/\/+$/, '')}/${path}`,
        headers: { authorization: `Bearer ${token}` },
        ...(body && { body }),
        signal: context.signal,
      })
      .catch((error: unknown) => {
        if (operation === 'send' || !(error instanceof ConnectorError)) throw error;
        throw error.code === 'outcome-unknown' ? new ConnectorError('transient', error.message) : error;
      });
  }
}

function bodyOf(response: HttpResponse): unknown {
  try {
    return response.json();
  } catch {
    throw notGoogle();
  }
}
