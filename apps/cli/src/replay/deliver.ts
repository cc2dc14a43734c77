import type { ReplayStep, WebhookRequest, WebhookSignature } from '@app/connector-kit';

type WebhookStep = Extract<ReplayStep, { by: 'webhook' }>;

export function requestOf(step: WebhookStep, signature: WebhookSignature = {}): WebhookRequest {
  const added = new URLSearchParams(signature.query).toString();
  const rawQuery = [step.rawQuery, added].filter(Boolean).join('&');
  return {
    method: step.method ?? 'POST',
    headers: { 'content-type': 'application/json', ...signature.headers },
    query: Object.fromEntries(new URLSearchParams(rawQuery)),
    rawQuery,
    rawBody: step.body,
  };
}

/**
 * @returns null when it was taken, else what the server said
 * @throws Error that names the address, when nobody answers there
 */
export async function deliver(request: WebhookRequest, address: string): Promise<string | null> {
  const response = await fetch(request.rawQuery ? `${address}?${request.rawQuery}` : address, {
    method: request.method,
    headers: Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    ),
    body: request.method === 'GET' ? null : new Uint8Array(request.rawBody),
  }).catch((failure: Error) => {
    const reason = failure.cause instanceof Error ? failure.cause.message : failure.message;
    throw new Error(`${new URL(address).origin} tidak dapat dihubungi: ${reason}. Periksa --server.`, {
      cause: failure,
    });
  });
  const text = await response.text();
  return response.ok ? null : `${response.status} ${text.slice(0, 200)}`;
}
