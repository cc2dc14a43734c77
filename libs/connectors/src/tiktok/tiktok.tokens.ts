import { ConnectorError } from '@app/connector-kit';
import { z } from 'zod';
import { askTiktok, type TiktokContext } from './tiktok.request.js';

const tokenSchema = z.looseObject({
  access_token: z.string().min(1),
  /** Seconds; a day. */
  expires_in: z.number(),
  refresh_token: z.string().min(1),
});
/** A token that ends while it is on its way is no use. */
const MARGIN_MS = 5 * 60_000;

interface AccessToken {
  readonly value: string;
  readonly until: number;
}

/** Access tokens are kept in this process; a refresh token that TikTok replaces is kept with the connection. */
export class TiktokTokens {
  private readonly tokens = new Map<string, AccessToken>();

  /** @throws ConnectorError; nothing that a citizen could see has been sent */
  async get(context: TiktokContext): Promise<string> {
    const kept = this.tokens.get(keyOf(context));
    if (kept && kept.until > context.now().getTime()) return kept.value;
    let fresh: AccessToken | undefined;
    await context.renewSecrets(async ({ refreshToken }) => {
      const answer = await renewed(context, refreshToken);
      fresh = {
        value: answer.access_token,
        until: context.now().getTime() + answer.expires_in * 1000 - MARGIN_MS,
      };
      return answer.refresh_token === refreshToken ? {} : { refreshToken: answer.refresh_token };
    });
    if (!fresh) throw new ConnectorError('transient', 'The sign-in at TikTok was not finished');
    this.tokens.set(keyOf(context), fresh);
    return fresh.value;
  }

  forget(context: TiktokContext): void {
    this.tokens.delete(keyOf(context));
  }
}

function renewed(context: TiktokContext, refreshToken: string): Promise<z.infer<typeof tokenSchema>> {
  const { appId, appSecret } = context.settings;
  const body = {
    client_id: appId,
    client_secret: appSecret,
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
  };
  return askTiktok(context, { method: 'POST', path: 'tt_user/oauth2/refresh_token/', body }, tokenSchema);
}

function keyOf({ settings: { apiRoot, appId, businessId } }: TiktokContext): string {
  return JSON.stringify([apiRoot, appId, businessId]);
}
