import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiConfig } from '../api.config.js';

/** Which submission the receipt page is about. */
export interface ReceiptKey {
  readonly connectionId: string;
  readonly kind: string;
  readonly submissionId: string;
}

/** Both codes of an open report. */
export interface TrackingKey {
  readonly ticketCode: string;
  readonly trackingSecret: string;
}

const RECEIPT = 'wadah_receipt';
const TRACKING = 'wadah_tracking';
const RECEIPT_SECONDS = 60 * 60;
const TRACKING_SECONDS = 30 * 60;

/*
 * Codes travel in the body of a POST and then in these cookies, never in an address: addresses end in access logs,
 * browser histories, referrers and screenshots. Strict: no other site's link or form carries them.
 */

export function setReceiptCookie(reply: FastifyReply, key: ReceiptKey, config: ApiConfig): void {
  const value = [key.connectionId, key.kind, key.submissionId].join('.');
  void reply.setCookie(RECEIPT, value, { ...attributes('/lapor', config), maxAge: RECEIPT_SECONDS });
}

export function receiptCookieOf(request: FastifyRequest): ReceiptKey | null {
  const [connectionId, kind, submissionId] = (request.cookies[RECEIPT] ?? '').split('.');
  return connectionId && kind && submissionId ? { connectionId, kind, submissionId } : null;
}

export function setTrackingCookie(reply: FastifyReply, key: TrackingKey, config: ApiConfig): void {
  const value = `${key.ticketCode}.${key.trackingSecret}`;
  void reply.setCookie(TRACKING, value, { ...attributes('/lacak', config), maxAge: TRACKING_SECONDS });
}

export function trackingCookieOf(request: FastifyRequest): TrackingKey | null {
  const [ticketCode, trackingSecret] = (request.cookies[TRACKING] ?? '').split('.');
  return ticketCode && trackingSecret ? { ticketCode, trackingSecret } : null;
}

export function clearTrackingCookie(reply: FastifyReply, config: ApiConfig): void {
  void reply.clearCookie(TRACKING, attributes('/lacak', config));
}

function attributes(path: string, config: ApiConfig) {
  const isHttps = config.publicUrl?.startsWith('https:') ?? false;
  return { httpOnly: true, sameSite: 'strict', path, secure: isHttps } as const;
}
