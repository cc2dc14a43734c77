import { recordedBodies, type RecordedFile, type ReplayStep } from '@app/connector-kit';
import { OPEN311_SERVICES, serviceOf } from './open311.services.js';

/** A form may be recorded as it was; what else is recorded of the standard are answers. */
const FORM = /^[\w.%[\]+-]+=[^\n]*&[^\n]*$/;

/**
 * The form of `POST requests`. A recording has the key, the jurisdiction and the services of another city: it is
 * posted with the connection's key, and a service that is not ours as the first of ours.
 */
export function replayOpen311(file: RecordedFile): readonly ReplayStep[] {
  return recordedBodies(file).map((body): ReplayStep => {
    const text = Buffer.isBuffer(body) ? body.toString('utf8').trim() : '';
    if (!FORM.test(text)) return { by: 'nobody', reason: 'Not the form of a request: an answer of a server' };
    const form = new URLSearchParams(text);
    form.delete('api_key');
    form.delete('jurisdiction_id');
    const [first] = OPEN311_SERVICES;
    if (first && !serviceOf(form.get('service_code') ?? '')) form.set('service_code', first.service_code);
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
    return { by: 'api', path: 'v2/requests.json', headers, body: Buffer.from(form.toString()) };
  });
}
