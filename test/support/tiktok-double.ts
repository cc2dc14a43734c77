import {
  scriptedServer,
  type RecordedRequest,
  type ScriptedAnswer,
  type ScriptedServer,
} from '@app/connector-kit/testing';

const TOKEN_LIFE_S = 86_400;

/** TikTok's Business API with one account that has let the app in. */
export class TiktokDouble {
  private server!: ScriptedServer;
  /** The account has taken the app's permission back. */
  isRevoked = false;

  async start(): Promise<this> {
    this.server = await scriptedServer((request) => this.answer(request));
    return this;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  /** Settings of a connection that leads here. */
  get settings() {
    return {
      appId: '7000000000001',
      appSecret: 'double-secret-of-the-app',
      businessId: 'business-1',
      refreshToken: 'double-refresh-token',
      apiRoot: `${this.server.origin}/open_api/v1.3`,
    };
  }

  private answer({ path }: RecordedRequest): ScriptedAnswer {
    if (this.isRevoked) return { body: { code: 40_105, message: 'Access token is incorrect or revoked.' } };
    const { refreshToken } = this.settings;
    const data: Readonly<Record<string, object>> = {
      'tt_user/oauth2/refresh_token/': {
        ...{ access_token: 'double-access', expires_in: TOKEN_LIFE_S, refresh_token: refreshToken },
      },
      'business/get/': { username: 'pemkab.contoh' },
      'business/webhook/update/': {},
    };
    const found = data[path.replace('/open_api/v1.3/', '')];
    return found ? { body: { code: 0, message: 'OK', data: found } } : { status: 404 };
  }
}
