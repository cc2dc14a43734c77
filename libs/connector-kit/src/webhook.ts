import { timingSafeEqual, createHash } from 'node:crypto';

export interface WebhookRequest {
  readonly method: 'GET' | 'POST';
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** The address after its `?` as received, for platforms that put bytes other than UTF-8 into it. */
  readonly rawQuery?: string;
  /** The bytes as received: a signature over re-serialised JSON proves nothing. */
  readonly rawBody: Buffer;
}

declare const verified: unique symbol;
/** A request that `verify` has accepted; only {@link accept} makes one. */
export type VerifiedWebhookRequest = WebhookRequest & { readonly [verified]: true };

export type WebhookVerdict =
  | { readonly verdict: 'accepted'; readonly request: VerifiedWebhookRequest }
  /** The platform asks for a proof of ownership: answer with this body. */
  | { readonly verdict: 'challenge'; readonly body: string; readonly contentType: string }
  | { readonly verdict: 'rejected'; readonly reason: string };

export function accept(request: WebhookRequest): WebhookVerdict {
  return { verdict: 'accepted', request: request as VerifiedWebhookRequest };
}

export function reject(reason: string): WebhookVerdict {
  return { verdict: 'rejected', reason };
}

/** Compares two secrets in constant time, whatever their lengths. */
export function secretsMatch(given: string | undefined, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given ?? ''), digest(expected)) && given !== undefined;
}
