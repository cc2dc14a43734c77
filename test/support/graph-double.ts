import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Json = Record<string, unknown>;

export interface GraphCall {
  readonly method: string;
  /** Below the version, e.g. `310000000000001/messages`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Json;
  readonly token: string;
}

export interface GraphAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Json | Buffer;
}

/** `hang` never answers, `cut` drops the connection, `cut-after-taking` does what was asked first. */
export type GraphFault = 'hang' | 'cut' | 'cut-after-taking' | GraphAnswer;

type Handler = (call: GraphCall, match: RegExpExecArray) => GraphAnswer;

/** A refusal in the words of the Graph API. */
export function graphError(status: number, code: number, more: Json = {}): GraphAnswer {
  const message = `(#${code}) refused by the double`;
  return {
    status,
    body: { error: { message, type: 'OAuthException', code, fbtrace_id: 'double', ...more } },
  };
}

/**
 * A Graph API on 127.0.0.1 with what every channel of Meta asks for: the token's inspection, the app's and the
 * accounts' subscriptions, the handshake with a webhook, signed deliveries, faults to order. A channel adds its own
 * routes with `on`.
 */
export class GraphDouble {
  readonly appId = '410000000000001';
  readonly appSecret = 'd0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0';
  readonly token = `EAAdouble${randomUUID().replaceAll('-', '')}`;
  scopes: readonly string[] = [];
  readonly calls: GraphCall[] = [];
  /** Of the app, by object. */
  readonly subscriptions = new Map<string, { callbackUrl: string; fields: string[]; active: boolean }>();
  /** Accounts that are subscribed to the app. */
  readonly subscribedNodes = new Set<string>();
  private isTokenValid = true;
  private readonly routes: { readonly pattern: RegExp; readonly handler: Handler }[] = [];
  private readonly faults: { readonly pattern: RegExp; readonly fault: GraphFault }[] = [];
  private server: Server;

  async start(): Promise<this> {
    this.server = createServer((request, response) => {
      this.serve(request, response).catch(() => response.destroy());
    }).listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.on(/^GET debug_token$/, () => this.debugToken());
    this.on(/^GET (\d+)\/subscriptions$/, () => ({ body: { data: this.listSubscriptions() } }));
    this.on(/^GET (\d+)\/subscribed_apps$/, (_call, [, node = '']) => {
      const ours = { id: this.appId, whatsapp_business_api_data: { id: this.appId, name: 'Double' } };
      return { body: { data: this.subscribedNodes.has(node) ? [ours] : [] } };
    });
    this.on(/^POST (\d+)\/subscribed_apps$/, (_call, [, node = '']) => {
      this.subscribedNodes.add(node);
      return { body: { success: true } };
    });
    return this;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** @param pattern of method and path, e.g. `^POST (\d+)/messages$` */
  on(pattern: RegExp, handler: Handler): void {
    this.routes.push({ pattern, handler });
  }

  /** The next call like this fails so; several are used one after the other. */
  failNext(pattern: RegExp, fault: GraphFault): void {
    this.faults.push({ pattern, fault });
  }

  /** The system user's token was revoked: whoever uses it is refused from now on. */
  revokeToken(): void {
    this.isTokenValid = false;
  }

  /** Delivers as Meta does: everything beyond ASCII escaped, signed over these bytes. @returns the status */
  async deliver(url: string, delivery: object, appSecret = this.appSecret): Promise<number> {
    const body = JSON.stringify(delivery).replace(
      /[\u0080-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    const signature = createHmac('sha256', appSecret).update(body).digest('hex');
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` };
    const answer = await fetch(url, { method: 'POST', headers, body });
    await answer.arrayBuffer();
    return answer.status;
  }

  /** Whether the address answers Meta's handshake rightly. */
  async shakesHands(url: string, verifyToken: unknown): Promise<boolean> {
    const challenge = randomUUID();
    const query = {
      'hub.mode': 'subscribe',
      'hub.verify_token': String(verifyToken),
      'hub.challenge': challenge,
    };
    const answer = await fetch(`${url}?${new URLSearchParams(query).toString()}`);
    return answer.status === 200 && (await answer.text()) === challenge;
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await readCall(request);
    this.calls.push(call);
    const name = `${call.method} ${call.path}`;
    const index = this.faults.findIndex(({ pattern }) => pattern.test(name));
    const fault = index < 0 ? undefined : this.faults.splice(index, 1)[0]?.fault;
    if (fault === 'hang') return;
    if (fault === 'cut-after-taking') await this.answer(call, name);
    if (fault === 'cut' || fault === 'cut-after-taking') return void response.destroy();
    respond(response, fault ?? (await this.answer(call, name)));
  }

  private async answer(call: GraphCall, name: string): Promise<GraphAnswer> {
    const ofApp = call.token === `${this.appId}|${this.appSecret}`;
    if (!ofApp && (call.token !== this.token || !this.isTokenValid)) {
      return graphError(401, 190, {
        error_subcode: 460,
        message: `Error validating access token ${call.token}`,
      });
    }
    const proof = createHmac('sha256', this.appSecret).update(call.token).digest('hex');
    if (call.query['appsecret_proof'] !== undefined && call.query['appsecret_proof'] !== proof) {
      return graphError(400, 100, { message: 'Invalid appsecret_proof provided in the API argument' });
    }
    if (name === `POST ${this.appId}/subscriptions`) return this.subscribe(call.body, ofApp);
    for (const { pattern, handler } of this.routes) {
      const match = pattern.exec(name);
      if (match) return handler(call, match);
    }
    return graphError(404, 100, { error_subcode: 33, message: `Object does not exist: ${name}` });
  }

  private async subscribe(body: Json, ofApp: boolean): Promise<GraphAnswer> {
    if (!ofApp) return graphError(400, 15);
    const callbackUrl = String(body['callback_url']);
    if (!(await this.shakesHands(callbackUrl, body['verify_token']))) return graphError(400, 2200);
    const fields = String(body['fields']).split(',');
    this.subscriptions.set(String(body['object']), { callbackUrl, fields, active: true });
    return { body: { success: true } };
  }

  private listSubscriptions(): Json[] {
    return [...this.subscriptions].map(([object, { callbackUrl, fields, active }]) => ({
      object,
      callback_url: callbackUrl,
      active,
      fields: fields.map((name) => ({ name, version: 'v25.0' })),
    }));
  }

  private debugToken(): GraphAnswer {
    const data = { app_id: this.appId, application: 'Double', type: 'SYSTEM_USER', expires_at: 0 };
    return { body: { data: { ...data, is_valid: true, scopes: this.scopes } } };
  }
}

async function readCall(request: IncomingMessage): Promise<GraphCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const url = new URL(request.url ?? '/', 'http://double');
  const type = request.headers['content-type'] ?? '';
  return {
    method: request.method ?? 'GET',
    path: url.pathname.replace(/^\/v\d+\.\d+\//, '').replace(/^\//, ''),
    query: Object.fromEntries(url.searchParams),
    body: bytes.length === 0 ? {} : await readBody(bytes, type),
    token: (request.headers.authorization ?? '').replace(/^Bearer /, ''),
  };
}

/** Files of a form stand among its fields as `File`. */
async function readBody(bytes: Buffer, type: string): Promise<Json> {
  if (!type.includes('multipart/form-data')) return JSON.parse(bytes.toString('utf8')) as Json;
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  return Object.fromEntries(form);
}

function respond(response: ServerResponse, { status = 200, headers = {}, body }: GraphAnswer): void {
  const isFile = Buffer.isBuffer(body);
  const type = isFile ? 'application/octet-stream' : 'application/json';
  response.writeHead(status, { 'content-type': type, ...headers }).end(isFile ? body : JSON.stringify(body));
}
