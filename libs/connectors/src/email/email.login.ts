import { ConnectorError, type ConnectorContext } from '@app/connector-kit';
import { z } from 'zod';
import type { EmailSettings } from './email.settings.js';

export type EmailContext = ConnectorContext<EmailSettings>;

export type Login =
  { readonly user: string; readonly pass: string } | { readonly user: string; readonly accessToken: string };

const tokenSchema = z.looseObject({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().optional(),
});
const DEFAULT_LIFETIME_S = 300;
const RENEW_BEFORE_MS = 60_000;

/** Access tokens by refresh token: one for reading, sending and health alike. */
const tokens = new Map<string, { readonly accessToken: string; readonly until: number }>();

/**
 * The password, or an access token for XOAUTH2 that is good for another minute at least.
 * @throws ConnectorError
 */
export async function loginFor(context: EmailContext): Promise<Login> {
  const { address, username, login, password, oauthRefreshToken } = context.settings;
  const user = username || address;
  if (login === 'password') return { user, pass: password ?? '' };
  const key = oauthRefreshToken ?? '';
  const known = tokens.get(key);
  const now = context.now().getTime();
  if (known && known.until > now) return { user, accessToken: known.accessToken };
  const { access_token: accessToken, expires_in: seconds = DEFAULT_LIFETIME_S } = await refresh(context);
  tokens.set(key, { accessToken, until: now + seconds * 1000 - RENEW_BEFORE_MS });
  return { user, accessToken };
}

/** After a refusal: the next login asks for a new token. */
export function forgetToken({ settings }: EmailContext): void {
  tokens.delete(settings.oauthRefreshToken ?? '');
}

async function refresh(context: EmailContext): Promise<z.infer<typeof tokenSchema>> {
  const { oauthUrl, oauthClientId = '', oauthClientSecret, oauthRefreshToken = '' } = context.settings;
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: oauthClientId,
    refresh_token: oauthRefreshToken,
    ...(oauthClientSecret ? { client_secret: oauthClientSecret } : {}),
  });
  const server = new URL(oauthUrl).host;
  const answer = await context.http
    .request({
      method: 'POST',
      url: oauthUrl,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
      signal: context.signal,
    })
    .catch(() => {
      throw new ConnectorError('transient', `${server} gave no access token: it could not be reached`);
    });
  if (answer.status >= 500 || answer.status === 429) {
    throw new ConnectorError('transient', `${server} gave no access token: it answered ${answer.status}`);
  }
  if (answer.status !== 200) {
    throw new ConnectorError(
      'credentials-rejected',
      `${server} no longer accepts the OAuth2 refresh token or client (${answer.status}): sign in anew`,
    );
  }
  const token = tokenSchema.safeParse(answer.json());
  if (!token.success) throw new ConnectorError('transient', `${server} answered without an access token`);
  return token.data;
}
