import { scriptedServer, type RecordedRequest, type ScriptedAnswer } from '@app/connector-kit/testing';
import { CHANNEL, feedsAnswer, LOCATION, type Written } from './feeds-double-answers.js';

/** So far apart that no platform's late arrivals bring one again that was read: only the cursor does. */
const APART_MS = 20 * 60_000;

/** Mastodon, Bluesky, YouTube, Google reviews and Threads behind one address: whatever is written stands on all of them. */
export class FeedsDouble {
  private server!: Awaited<ReturnType<typeof scriptedServer>>;
  private readonly all: Written[] = [];
  /** Less than a day ago, which is how far back a first reading of Threads goes. */
  private readonly beginning = Date.now() - 20 * 3_600_000;
  isRevoked = false;

  async start(): Promise<this> {
    this.server = await scriptedServer((request) => this.answer(request));
    return this;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  write(text: string): void {
    const number = this.all.length + 1;
    this.all.push({ number, text, at: new Date(this.beginning + number * APART_MS).toISOString() });
  }

  /** What was posted, the latest last. */
  get sent(): unknown[] {
    return this.server.requests
      .filter(({ method, path }) => method !== 'GET' && path !== '/token')
      .map((request) => request.json());
  }

  /** Settings of a connection that leads here, by channel. */
  get settings(): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
    const { origin } = this.server;
    const google = {
      clientId: 'double-client',
      clientSecret: 'double-client-secret',
      refreshToken: 'double-refresh-token',
      signInUrl: `${origin}/token`,
    };
    return {
      mastodon: { server: origin, accessToken: 'secret', pollSeconds: 15 },
      bluesky: { identifier: 'pemkot.example', appPassword: 'secret', service: origin, pollSeconds: 15 },
      youtube: { channelId: CHANNEL, ...google, pollSeconds: 30, apiRoot: `${origin}/youtube/v3` },
      threads: {
        ...{ accessToken: 'double-token-of-the-profile', appSecret: '0123456789abcdef0123456789abcdef' },
        ...{ pollSeconds: 60, apiRoot: origin },
      },
      'google-business': { location: LOCATION, ...google, pollSeconds: 60, apiRoot: `${origin}/v4` },
    };
  }

  private answer(request: RecordedRequest): ScriptedAnswer {
    const { path } = request;
    if (this.isRevoked) return revoked(path);
    if (path === '/token') return { body: { access_token: 'double-access', expires_in: 3_599 } };
    const body = feedsAnswer(request, this.all);
    return body === undefined ? { status: 404, body: { error: `There is no ${path}` } } : { body };
  }
}

function revoked(path: string): ScriptedAnswer {
  if (path === '/token') {
    return { status: 400, body: { error: 'invalid_grant', error_description: 'Token has been revoked.' } };
  }
  const body = path.startsWith('/v1.0/')
    ? { error: { code: 190, type: 'OAuthException', message: 'The session was invalidated' } }
    : { error: 'AuthenticationRequired' };
  return { status: 401, body };
}
