import { createHash } from 'node:crypto';
import type { ParsedEvent } from '@app/connector-kit';
import { cleanText, readPhone } from '@app/report-model';
import { z } from 'zod';
import { MAX_DESCRIPTION_LENGTH, type RequestPayload } from './open311.payload.js';
import { serviceOf } from './open311.services.js';

export const REQUEST_KIND = 'request';
const MAX_FIELD_LENGTH = 500;
const ATTRIBUTE = /^attribute\[([^\]]{1,100})\](?:\[\])?$/;
const DEGREES = z.stringFormat('degrees', /^[+-]?\d{1,3}(\.\d+)?$/);

export type Submission =
  | {
      readonly kind: 'accepted';
      readonly event: Extract<ParsedEvent, { status: 'readable' }>;
      readonly earlierId: string;
    }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** Programs send again when they heard nothing: for so long at least, and for twice as long at most. */
const REPEATED_WITHIN_MS = 12 * 3_600_000;

/**
 * Reads the form of `POST requests`. The same form again is the same request: its id is that of its time's half of
 * the day (UTC), and `earlierId` the one that it got in the half before.
 * @param form without `api_key`
 */
export function readSubmission(form: URLSearchParams, now: Date): Submission {
  const given = (name: string) => cleanText(form.get(name) ?? '').trim() || undefined;
  const problems = problemsOf(given);
  if (problems.length > 0) return { kind: 'refused', problems };
  const phone = given('phone');
  const token = tokenOf(form, now);
  const payload: RequestPayload = {
    token,
    requested_datetime: now.toISOString(),
    service_code: given('service_code') ?? '',
    description: given('description') ?? '',
    ...(given('lat') !== undefined && { lat: Number(given('lat')), long: Number(given('long')) }),
    address_string: given('address_string'),
    address_id: given('address_id'),
    email: given('email'),
    phone: phone === undefined ? undefined : (readPhone(phone)?.number ?? phone),
    first_name: given('first_name'),
    last_name: given('last_name'),
    device_id: given('device_id'),
    account_id: given('account_id'),
    media_url: given('media_url'),
    ...attributesOf(form),
  };
  return {
    kind: 'accepted',
    event: { status: 'readable', kind: REQUEST_KIND, externalId: token, conversationKey: token, payload },
    earlierId: tokenOf(form, new Date(now.getTime() - REPEATED_WITHIN_MS)),
  };
}

function problemsOf(given: (name: string) => string | undefined): string[] {
  const problems: string[] = [];
  const code = given('service_code');
  if (code === undefined) problems.push('service_code was not provided');
  else if (!serviceOf(code)) problems.push(`service_code ${code.slice(0, 50)} is none of those in services`);
  const [description, lat, long] = [given('description'), given('lat'), given('long')];
  if (description === undefined) problems.push('description was not provided');
  else if (description.length > MAX_DESCRIPTION_LENGTH) {
    problems.push(`description has ${description.length} characters of at most ${MAX_DESCRIPTION_LENGTH}`);
  }
  if (lat === undefined && long === undefined) {
    if (given('address_string') === undefined && given('address_id') === undefined) {
      problems.push('a location was not provided: send lat and long, address_string or address_id');
    }
  } else if (!isWithin(lat, 90) || !isWithin(long, 180)) {
    problems.push('lat and long must both be sent, in degrees of WGS 84');
  }
  const [email, media] = [given('email'), given('media_url')];
  if (email !== undefined && !z.email().safeParse(email).success) problems.push('email is no e-mail address');
  if (media !== undefined && !z.url({ protocol: /^https?$/ }).safeParse(media).success) {
    problems.push('media_url is no http or https address');
  }
  for (const name of ['address_string', 'address_id', 'phone', 'first_name', 'last_name', 'device_id']) {
    const length = given(name)?.length ?? 0;
    if (length > MAX_FIELD_LENGTH) {
      problems.push(`${name} has ${length} characters of at most ${MAX_FIELD_LENGTH}`);
    }
  }
  return problems;
}

function isWithin(degrees: string | undefined, limit: number): boolean {
  return DEGREES.safeParse(degrees).success && Math.abs(Number(degrees)) <= limit;
}

function attributesOf(form: URLSearchParams): { attributes?: Record<string, string> } {
  const attributes: Record<string, string> = {};
  for (const [name, value] of form) {
    const code = ATTRIBUTE.exec(name)?.[1];
    if (code === undefined || value.trim() === '') continue;
    const clean = cleanText(value).trim().slice(0, MAX_DESCRIPTION_LENGTH);
    attributes[code] = attributes[code] === undefined ? clean : `${attributes[code]}, ${clean}`;
  }
  return Object.keys(attributes).length > 0 ? { attributes } : {};
}

function tokenOf(form: URLSearchParams, now: Date): string {
  const fields = [...form]
    .map(([name, value]) => [name, value])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0));
  const half = Math.floor(now.getTime() / REPEATED_WITHIN_MS);
  return createHash('sha256')
    .update(JSON.stringify([half, fields]))
    .digest('hex')
    .slice(0, 32);
}
