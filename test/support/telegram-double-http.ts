import { once } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Json = Record<string, unknown>;

export interface TelegramAnswer {
  readonly status: number;
  readonly body: Json | Buffer;
}

/** A call of the Bot API: parameters come in the query, as a form or as JSON. */
export interface TelegramCall {
  readonly token: string;
  readonly method: string;
  readonly parameters: Json;
}

export async function readCall(request: IncomingMessage): Promise<TelegramCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  const url = new URL(request.url ?? '/', 'http://double');
  const parts = /^\/bot([^/]+)\/(\w+)$/.exec(url.pathname);
  const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(url.pathname);
  if (file)
    return { token: decodeURIComponent(file[1] ?? ''), method: 'file', parameters: { path: file[2] } };
  const body = await readParameters(bytes, type);
  return {
    token: decodeURIComponent(parts?.[1] ?? ''),
    method: parts?.[2] ?? '',
    parameters: { ...Object.fromEntries(url.searchParams), ...body },
  };
}

/** Files of a multipart form stand among the parameters as `File`. */
async function readParameters(bytes: Buffer, type: string): Promise<Json> {
  if (bytes.length === 0) return {};
  if (type.includes('multipart/form-data')) {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
    return Object.fromEntries(form);
  }
  const text = bytes.toString('utf8');
  return type.includes('json') ? (JSON.parse(text) as Json) : Object.fromEntries(new URLSearchParams(text));
}

export function ok(result: unknown): TelegramAnswer {
  return { status: 200, body: { ok: true, result } };
}

export function refusal(status: number, description: string, parameters?: Json): TelegramAnswer {
  return { status, body: { ok: false, error_code: status, description, ...(parameters && { parameters }) } };
}

export function respond(response: ServerResponse, { status, body }: TelegramAnswer): void {
  const isFile = Buffer.isBuffer(body);
  const type = isFile ? 'application/octet-stream' : 'application/json';
  response.writeHead(status, { 'content-type': type }).end(isFile ? body : JSON.stringify(body));
}

export async function listenLocally(listener: RequestListener): Promise<Server> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

export function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function closeServer(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
