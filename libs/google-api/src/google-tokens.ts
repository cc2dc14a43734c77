import { ConnectorError } from '@app/connector-kit';
import { z } from 'zod';
import { explainGoogleRefusal, noLongerAccepted, notGoogle } from './google-errors.js';
import type { GoogleContext } from './google-settings.js';

const tokenSchema = z.looseObject({ access_token: z.string().min(1), expires_in: z.number() });
const refusalSchema = z.looseObject({ error: z.string() });
/** A token that ends while it is on its way is no use. */
const MARGIN_MS = 60_000;

/** Access tokens live for an hour: kept in this process and never stored, since the refresh token makes new ones. */
export class GoogleTokens {
  private readonly tokens = new Map<string, { readonly value: string; readonly until: number }>();

  /** @throws ConnectorError; nothing that a citizen could see has been sent */
  async get(context: GoogleContext): Promise<string> {
    const kept = this.tokens.get(keyOf(context));
    if (kept && kept.until > context.now().getTime()) return kept.value;
    const { access_token: value, expires_in: seconds } = await fetchToken(context);
    this.tokens.set(keyOf(context), { value, until: context.now().getTime() + seconds * 1_000 - MARGIN_MS });
    return value;
  }

  forget(context: GoogleContext): void {
    this.tokens.delete(keyOf(context));
  }
}

function keyOf({ settings: { signInUrl, clientId, refreshToken } }: GoogleContext): string {
  return JSON.stringify([signInUrl, clientId, refreshToken]);
}

async function fetchToken(context: GoogleContext): Promise<z.infer<typeof tokenSchema>> {
  const { clientId, clientSecret, refreshToken, signInUrl } = context.settings;
  const form = new URLSearchParams({
    client_id: clientId,
    client_secret: clientSecret,
    refresh_token: refreshToken,
    grant_type: 'refresh_token',
  });
  const response = await context.http
    .request({
      method: 'POST',
      url: signInUrl,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
      signal: context.signal,
    })
    .catch((error: unknown) => {
      if (!(error instanceof ConnectorError) || error.code !== 'outcome-unknown') throw error;
      throw new ConnectorError('transient', error.message);
    });
  const body = bodyOf(() => response.json());
  if (response.status === 400 || response.status === 401) {
    const name = refusalSchema.safeParse(body).data?.error.slice(0, 60) ?? 'no reason given';
    throw noLongerAccepted(`Google (${response.status}: ${name})`);
  }
  if (response.status >= 400) throw explainGoogleRefusal(response, 'read', context.now());
  const token = tokenSchema.safeParse(body);
  if (!token.success) throw notGoogle();
  return token.data;
}

function bodyOf(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return null;
  }
}
