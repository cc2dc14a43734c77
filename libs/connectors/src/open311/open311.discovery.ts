import type { HostedApiRequest } from '@app/connector-kit';
import type { Open311Answer } from './open311.answers.js';
import type { Open311Settings } from './open311.settings.js';

/** When what the interface offers last changed. */
const CHANGESET = '2026-11-26T00:00:00Z';
const FORMATS = ['text/xml', 'application/json'];

/** `GET discovery`: where the interface is, and whom to ask for a key. */
export function discovery(
  { url }: HostedApiRequest,
  { contact, organisation }: Open311Settings,
): Open311Answer {
  const whom = contact === '' ? organisation : `${organisation}: ${contact}`;
  const head = { changeset: CHANGESET, contact: whom, key_service: whom };
  const endpoint = {
    specification: 'http://wiki.open311.org/GeoReport_v2',
    url: `${url}/v2`,
    changeset: CHANGESET,
    type: 'production',
  };
  return {
    status: 200,
    xml: {
      discovery: { ...head, endpoints: { endpoint: [{ ...endpoint, formats: { format: FORMATS } }] } },
    },
    json: { ...head, endpoints: [{ ...endpoint, formats: FORMATS }] },
  };
}
