import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endpointOf, problem, PROBLEMS, respond, type Answer, type XEndpoint } from './x-double-answers.js';
import { XDoubleMessages } from './x-double-messages.js';
import { XDoublePosts } from './x-double-posts.js';
import { XDoubleWebhooks } from './x-double-webhooks.js';

/** A fault for the next request, or the next `times` of them, to one of the endpoints or to any. */
export interface XFault {
  readonly endpoint?: XEndpoint;
  readonly times?: number;
  /** `hang` never answers; `cut` closes the connection after reading; `cut-after-taking` does what was asked first. */
  readonly answer:
    | 'hang'
    | 'cut'
    | 'cut-after-taking'
    | {
        readonly status: number;
        readonly headers?: Readonly<Record<string, string>>;
        readonly body?: unknown;
      };
}

/** A double of the part of X's API v2 that Wadah uses, after its documentation. For twitter-api-v2 as it is. */
export async function startXDouble(options: { readonly handle?: string } = {}): Promise<XDouble> {
  const double = new XDouble(options.handle ?? 'PemkotContoh');
  await double.listen();
  return double;
}

export class XDouble extends XDoublePosts {
  readonly requests: { readonly method: string; readonly url: URL }[] = [];
  private readonly server = createServer((request, response) => {
    // A client may leave in the middle of its request.
    this.serve(request, response).catch(() => response.destroy());
  });
  private readonly faults: { left: number; readonly fault: XFault }[] = [];
  private isRevoked = false;
  readonly messages: XDoubleMessages;
  readonly webhooks = new XDoubleWebhooks('double-api-secret');

  constructor(handle: string) {
    super(handle);
    this.messages = new XDoubleMessages(this.account.id, () => this.nextId(new Date()));
  }

  async listen(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Settings of a connection that leads here. */
  get settings() {
    return {
      apiKey: 'double-api-key',
      apiSecret: 'double-api-secret',
      accessToken: `${this.account.id}-double-access-token`,
      accessSecret: 'double-access-secret',
      pollSeconds: 15,
      endpoint: this.endpoint,
    };
  }

  /** The account withdraws the app's permission: its tokens are worth nothing from now on. */
  revoke(): void {
    this.isRevoked = true;
  }

  failNext(fault: XFault): void {
    this.faults.push({ left: fault.times ?? 1, fault });
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', 'https://api.x.com');
    this.requests.push({ method: request.method ?? '', url });
    const endpoint = endpointOf(`${request.method} ${url.pathname}`);
    const fault = this.takeFault(endpoint);
    if (fault === 'hang') return;
    if (fault === 'cut') return void response.destroy();
    if (typeof fault === 'object') return respond(response, fault);
    const body = Buffer.concat(chunks).toString();
    const answer =
      endpoint && !this.isRevoked && this.isAuthorised(request, url.pathname)
        ? await this.answer(endpoint, `${request.method} ${url.pathname}`, url, body)
        : problem(401, 'about:blank', 'Unauthorized', 'Unauthorized');
    if (fault === 'cut-after-taking') return void response.destroy();
    respond(response, answer);
  }

  private takeFault(endpoint: XEndpoint | undefined): XFault['answer'] | undefined {
    const waiting = this.faults.find(
      ({ left, fault }) => left > 0 && (fault.endpoint ?? endpoint) === endpoint,
    );
    if (waiting) waiting.left -= 1;
    return waiting?.fault.answer;
  }

  /** Some calls are the app's own: with the token that its key and secret buy. */
  private isAuthorised(request: IncomingMessage, path: string): boolean {
    const { authorization = '' } = request.headers;
    if (path === '/oauth2/token') return authorization.startsWith('Basic ');
    const isApps = /^\/2\/(webhooks|activity)/.test(path);
    return (isApps && authorization === 'Bearer double-app-token') || this.isSigned(request);
  }

  private isSigned({ headers: { authorization = '' } }: IncomingMessage): boolean {
    const { apiKey, accessToken } = this.settings;
    const part = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(authorization)?.[1];
    return (
      part('oauth_consumer_key') === apiKey &&
      part('oauth_token') === accessToken &&
      !!part('oauth_signature')
    );
  }

  private async answer(endpoint: XEndpoint, line: string, url: URL, body: string): Promise<Answer> {
    const { id, handle } = this.account;
    const query = url.searchParams;
    const notFound = problem(404, `${PROBLEMS}/resource-not-found`, 'Not Found Error', 'Could not find it.');
    switch (endpoint) {
      case 'me':
        return { status: 200, body: { data: { id, name: handle, username: handle } } };
      case 'tweets':
      case 'search':
      case 'lookup':
      case 'own-posts':
        return this.answerPosts(endpoint, query, body);
      case 'mentions':
        return url.pathname.includes(`/${id}/`) ? this.answerPosts(endpoint, query, body) : notFound;
      case 'messages':
        return this.messages.answer(line, query, body) ?? notFound;
      case 'set-up':
        if (line === 'POST /oauth2/token') {
          return { status: 200, body: { token_type: 'bearer', access_token: 'double-app-token' } };
        }
        return (await this.webhooks.answer(line, body)) ?? notFound;
    }
  }
}
