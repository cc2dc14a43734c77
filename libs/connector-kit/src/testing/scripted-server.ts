import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer. `hang` never answers, `cut` drops the connection after the request has been read. */
export type ScriptedAnswer =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** Sent as JSON; a string or Buffer as it is. */
      readonly body?: unknown;
    }
  | 'hang'
  | 'cut';

/** One answer for everything, answers in order (the last one repeats), or a function of the request. */
export type Script =
  ScriptedAnswer | readonly ScriptedAnswer[] | ((request: RecordedRequest) => ScriptedAnswer);

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  /** @throws SyntaxError when the body is not JSON. */
  json(): unknown;
}

export interface ScriptedServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly requests: readonly RecordedRequest[];
  /** Replaces the script and forgets recorded requests. */
  play(script: Script): void;
  stop(): Promise<void>;
}

/** A platform on 127.0.0.1 that answers by a script and keeps what it was asked. Answers 404 until told otherwise. */
export async function scriptedServer(script: Script = { status: 404 }): Promise<ScriptedServer> {
  const requests: RecordedRequest[] = [];
  let next = answerer(script);
  const server = createServer((request, response) => {
    record(request)
      .then((recorded) => {
        requests.push(recorded);
        respond(response, next(recorded));
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    play(replacement) {
      requests.length = 0;
      next = answerer(replacement);
    },
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function answerer(script: Script): (request: RecordedRequest) => ScriptedAnswer {
  if (typeof script === 'function') return script;
  const answers = Array.isArray(script) ? (script as readonly ScriptedAnswer[]) : [script as ScriptedAnswer];
  let turn = 0;
  return () => answers[Math.min(turn++, answers.length - 1)] ?? { status: 404 };
}

async function record(request: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const url = new URL(request.url ?? '/', 'http://double');
  return {
    method: request.method ?? '',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
    body,
    json: () => JSON.parse(body.toString('utf8')) as unknown,
  };
}

function respond(response: ServerResponse, answer: ScriptedAnswer): void {
  if (answer === 'hang') return;
  if (answer === 'cut') return void response.destroy();
  const { status = 200, headers = {}, body = '' } = answer;
  const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
  const type = isRaw ? 'text/plain' : 'application/json';
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(isRaw ? body : JSON.stringify(body));
}
