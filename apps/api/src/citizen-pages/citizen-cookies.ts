import { createHmac } from 'node:crypto';
import { idSchema } from '@app/api-contract';
import { secretsMatch } from '@app/connector-kit';
import { parseTicketCode } from '@app/report-model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiConfig } from '../api.config.js';

/** Which submission the receipt page is about. */
export interface ReceiptKey {
  readonly connectionId: string;
  readonly kind: string;
  readonly submissionId: string;
}

const RECEIPT = 'wadah_receipt';
const TRACKING = 'wadah_tracking';
const NEWS = 'wadah_news';
const RECEIPT_SECONDS = 60 * 60;
const TRACKING_SECONDS = 30 * 60;
const NEWS_SECONDS = 60;

/*
 * The secret travels in the body of a POST only, never in an address: addresses end in access logs, histories,
 * referrers and screenshots. What stays in the browser is a cookie that we signed, which names the report and dies
 * soon: it does not hold the secret, and guessing one is no way around the limit on wrong secrets. Strict: no other
 * site's link or form carries it.
 */

export function setReceiptCookie(reply: FastifyReply, key: ReceiptKey, config: ApiConfig): void {
  const value = [key.connectionId, key.kind, key.submissionId].join('.');
  void reply.setCookie(RECEIPT, value, { ...attributes('/lapor', config), maxAge: RECEIPT_SECONDS });
}

export function receiptCookieOf(request: FastifyRequest): ReceiptKey | null {
  const [connectionId, kind = '', submissionId] = (request.cookies[RECEIPT] ?? '').split('.');
  const ids = idSchema.array().safeParse([connectionId, submissionId]);
  const isOurs = ids.success && /^[a-z-]+$/.test(kind);
  return isOurs && connectionId && submissionId ? { connectionId, kind, submissionId } : null;
}

export function setTrackingCookie(reply: FastifyReply, ticketCode: string, config: ApiConfig): void {
  const value = `${ticketCode}.${Date.now() + TRACKING_SECONDS * 1000}`;
  const signed = `${value}.${signatureOf(value, config)}`;
  void reply.setCookie(TRACKING, signed, { ...attributes('/lacak', config), maxAge: TRACKING_SECONDS });
}

/** The report that this browser has opened, if that was not long ago. */
export function trackedTicketOf(request: FastifyRequest, config: ApiConfig): string | null {
  const [ticketCode = '', end = '', signature] = (request.cookies[TRACKING] ?? '').split('.');
  if (!secretsMatch(signature, signatureOf(`${ticketCode}.${end}`, config))) return null;
  return Date.now() < Number(end) ? parseTicketCode(ticketCode) : null;
}

export function clearTrackingCookie(reply: FastifyReply, config: ApiConfig): void {
  void reply.clearCookie(TRACKING, attributes('/lacak', config));
}

/** What the page of a report says once, after something was sent. */
export function setNewsCookie(reply: FastifyReply, news: string, config: ApiConfig): void {
  void reply.setCookie(NEWS, news, { ...attributes('/lacak/laporan', config), maxAge: NEWS_SECONDS });
}

/** A page that is loaded again does not say it again. */
export function takeNews(request: FastifyRequest, reply: FastifyReply, config: ApiConfig): string | null {
  const news = request.cookies[NEWS];
  if (news === undefined) return null;
  void reply.clearCookie(NEWS, attributes('/lacak/laporan', config));
  return news;
}

function signatureOf(value: string, config: ApiConfig): string {
  return createHmac('sha256', config.secretKey).update(`${TRACKING} ${value}`).digest('base64url');
}

function attributes(path: string, config: ApiConfig) {
  const isHttps = config.publicUrl?.startsWith('https:') ?? false;
  return { httpOnly: true, sameSite: 'strict', path, secure: isHttps } as const;
}
