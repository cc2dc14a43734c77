import { z } from 'zod';
import {
  ConnectorError,
  type ConnectorContext,
  type HttpRequest,
  type HttpResponse,
} from '@app/connector-kit';
import { explainRefusal, isExpired, notBluesky, refusalOf } from './bluesky.errors.js';
import type { BlueskySettings } from './bluesky.settings.js';

export type BlueskyContext = ConnectorContext<BlueskySettings>;

export interface BlueskyCall {
  readonly method: 'GET' | 'POST';
  /** The method's name in the protocol, with its query. */
  readonly name: string;
  readonly body?: Record<string, unknown>;
}

const sessionSchema = z.looseObject({
  accessJwt: z.string().min(1),
  did: z.string().min(1),
  handle: z.string(),
});
export type BlueskySession = z.infer<typeof sessionSchema>;

/** All calls of an account share one limit: 3,000 in five minutes. */
const BUCKET = 'api';

/**
 * Calls as the account. Bluesky allows 300 sign-ins a day, so a session is kept in this process until it expires and
 * never stored: the app password makes a new one.
 */
export class BlueskySessions {
  private readonly sessions = new Map<string, BlueskySession>();

  /** @throws ConnectorError for everything but an answer below 400 */
  async call(
    context: BlueskyContext,
    call: BlueskyCall,
  ): Promise<{ body: unknown; session: BlueskySession }> {
    const session = this.sessions.get(keyOf(context)) ?? (await this.signIn(context));
    const response = await this.ask(context, call, session);
    if (response.status < 400) return { body: bodyOf(response), session };
    if (!isExpired(refusalOf(response))) throw this.explain(context, call, response);
    const renewed = await this.signIn(context);
    const second = await this.ask(context, call, renewed);
    if (second.status < 400) return { body: bodyOf(second), session: renewed };
    throw this.explain(context, call, second);
  }

  private async signIn(context: BlueskyContext): Promise<BlueskySession> {
    const { identifier, appPassword } = context.settings;
    this.sessions.delete(keyOf(context));
    const response = await this.ask(context, {
      method: 'POST',
      name: 'com.atproto.server.createSession',
      body: { identifier, password: appPassword },
    });
    if (response.status >= 400) throw explainRefusal(response, false, context.now());
    const session = sessionSchema.safeParse(bodyOf(response));
    if (!session.success) throw notBluesky();
    this.sessions.set(keyOf(context), session.data);
    return session.data;
  }

  private async ask(
    context: BlueskyContext,
    call: BlueskyCall,
    session?: BlueskySession,
  ): Promise<HttpResponse> {
    await context.limits.take(BUCKET);
    const request: HttpRequest = {
      method: call.method,
      url: `${context.settings.service.replace(/\/+$/, '')}/xrpc/${call.name}`,
      headers: session ? { authorization: `Bearer ${session.accessJwt}` } : {},
      ...(call.body && { body: call.body }),
      signal: context.signal,
    };
    const response = await context.http.request(request).catch((error: unknown) => {
      // Everything that is sent here may be sent again: see `bluesky.replies.ts`.
      if (!(error instanceof ConnectorError) || error.code !== 'outcome-unknown') throw error;
      throw new ConnectorError('transient', error.message);
    });
    await observeLimit(context, response);
    return response;
  }

  private explain(context: BlueskyContext, { name }: BlueskyCall, response: HttpResponse): ConnectorError {
    return explainRefusal(response, name.startsWith('com.atproto.repo.'), context.now());
  }
}

function keyOf({ settings: { service, identifier, appPassword } }: BlueskyContext): string {
  return JSON.stringify([service, identifier, appPassword]);
}

function bodyOf(response: HttpResponse): unknown {
  try {
    return response.json();
  } catch {
    throw notBluesky();
  }
}

async function observeLimit(context: BlueskyContext, { headers }: HttpResponse): Promise<void> {
  const remaining = Number(headers['ratelimit-remaining'] ?? Number.NaN);
  const resetsAt = new Date(Number(headers['ratelimit-reset'] ?? Number.NaN) * 1000);
  if (Number.isNaN(remaining) || Number.isNaN(resetsAt.getTime())) return;
  // A pace that cannot be noted must not make an answer look lost.
  await context.limits.observe(BUCKET, { remaining, resetsAt }).catch(() => undefined);
}
